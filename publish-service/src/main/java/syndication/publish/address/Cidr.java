package syndication.publish.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A range of IPv4 or IPv6 addresses.
record Cidr(byte[] network, int prefixBits) {

  private static final int BITS_PER_BYTE = 8;
  private static final int WHOLE_BYTE = 0xFF;

  /// Only literals, so that nothing is ever looked up.
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  Cidr {
    if (prefixBits < 0 || prefixBits > network.length * BITS_PER_BYTE) {
      throw new IllegalArgumentException(
          "prefix: %d (expected: 0 to %d)".formatted(prefixBits, network.length * BITS_PER_BYTE));
    }
  }

  /// @param text such as `10.0.0.0/8` or `fc00::/7`; without a prefix a single address
  static Cidr of(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!LITERAL.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "range: " + text + " (expected: address/prefix, such as 10.0.0.0/8)");
    }
    byte[] network = InetAddress.ofLiteral(address).getAddress();
    try {
      return new Cidr(
          network,
          slash < 0 ? network.length * BITS_PER_BYTE : Integer.parseInt(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("range: " + text + " (expected: address/prefix)", e);
    }
  }

  boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    int whole = prefixBits / BITS_PER_BYTE;
    if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
      return false;
    }
    int rest = prefixBits % BITS_PER_BYTE;
    if (rest == 0) {
      return true;
    }
    int mask = WHOLE_BYTE << (BITS_PER_BYTE - rest) & WHOLE_BYTE;
    return (address[whole] & mask) == (network[whole] & mask);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cidr it
        && it.prefixBits == prefixBits
        && Arrays.equals(it.network, network);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(network) + prefixBits;
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(network) + "/" + prefixBits;
  }
}
