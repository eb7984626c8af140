package syndication.ingest.address;

import java.net.InetAddress;
import java.util.Arrays;

/// A range of network addresses, such as `10.0.0.0/8`.
@SuppressWarnings("ArrayRecordComponent")
record AddressRange(byte[] network, int bits, String text) {

  private static final int BYTE_BITS = 8;

  /// @param text CIDR notation
  static AddressRange of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    // A literal, so nothing is asked of the network.
    byte[] network = InetAddress.ofLiteral(address).getAddress();
    int most = network.length * BYTE_BITS;
    int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException("range: %s (expected: /0 to /%d)".formatted(text, most));
    }
    return new AddressRange(network, bits, text);
  }

  boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    int whole = bits / BYTE_BITS;
    if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
      return false;
    }
    int rest = bits % BYTE_BITS;
    int mask = 0xff << (BYTE_BITS - rest);
    return rest == 0 || ((address[whole] ^ network[whole]) & mask & 0xff) == 0;
  }
}
