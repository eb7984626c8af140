package syndication.publish.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides whether a delivery may connect to an address: only to the public internet, and to what
/// the operator lets in by name.
///
/// It judges resolved addresses, so it has to be asked about the very address that is connected to,
/// at every connect: a name that was public a moment ago may point inside now. An IPv4 address
/// inside an IPv6 one (mapped, or translated by the well-known NAT64 prefix) is judged as the IPv4
/// address it leads to; 6to4 and Teredo lead wherever their sender likes and are refused.
public final class AddressGuard {

  private static final int V4_BYTES = 4;
  private static final int V6_BYTES = 16;
  private static final int EMBEDDED_V4_AT = 12;
  private static final Cidr MAPPED = new Cidr(mappedPrefix(), 96);
  private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");
  private static final Cidr GLOBAL_UNICAST = Cidr.of("2000::/3");

  private final List<Cidr> allowedRanges = new ArrayList<>();
  private final List<HostPort> allowedHosts = new ArrayList<>();

  /// @param allowed what is let in although it is not public: ranges such as `10.1.0.0/16`, hosts
  ///   with a port such as `partner.internal:8443`
  public AddressGuard(List<String> allowed) {
    for (String entry : allowed) {
      String it = entry.strip().toLowerCase(Locale.ROOT);
      if (it.isEmpty()) {
        continue;
      }
      HostPort host = hostPort(it);
      if (host == null) {
        allowedRanges.add(Cidr.of(it));
      } else {
        allowedHosts.add(host);
      }
    }
  }

  /// Why this address must not be connected to; empty when it may.
  ///
  /// @param host as the endpoint names it, before it was looked up
  public Optional<String> refusal(String host, int port, InetAddress address) {
    if (allowedHosts.contains(new HostPort(bare(host), port))) {
      return Optional.empty();
    }
    byte[] bytes = address.getAddress();
    if (allowedRanges.stream().anyMatch(it -> it.contains(bytes))) {
      return Optional.empty();
    }
    return special(bytes)
        .map(it -> "%s leads to %s (%s)".formatted(host, address.getHostAddress(), it));
  }

  /// Those of the addresses a name leads to that may be connected to.
  ///
  /// @return not empty
  /// @throws RefusedAddressException when none may
  public InetAddress[] vetted(String host, int port, InetAddress[] addresses)
      throws RefusedAddressException {
    List<InetAddress> passed = new ArrayList<>();
    String reason = host + " leads nowhere";
    for (InetAddress it : addresses) {
      Optional<String> refusal = refusal(host, port, it);
      if (refusal.isEmpty()) {
        passed.add(it);
      } else {
        reason = refusal.get();
      }
    }
    if (passed.isEmpty()) {
      throw new RefusedAddressException(reason);
    }
    return passed.toArray(InetAddress[]::new);
  }

  private Optional<String> special(byte[] address) {
    if (address.length == V4_BYTES) {
      return name(SpecialRange.V4, address);
    }
    if (MAPPED.contains(address) || NAT64.contains(address)) {
      byte[] embedded = Arrays.copyOfRange(address, EMBEDDED_V4_AT, V6_BYTES);
      if (allowedRanges.stream().anyMatch(it -> it.contains(embedded))) {
        return Optional.empty();
      }
      return name(SpecialRange.V4, embedded).map(it -> "translated, " + it);
    }
    Optional<String> special = name(SpecialRange.V6, address);
    if (special.isPresent()) {
      return special;
    }
    return GLOBAL_UNICAST.contains(address) ? Optional.empty() : Optional.of("not global unicast");
  }

  private static Optional<String> name(List<SpecialRange> ranges, byte[] address) {
    return ranges.stream()
        .filter(it -> it.range().contains(address))
        .map(SpecialRange::name)
        .findFirst();
  }

  private static HostPort hostPortOf(String host, String port, String entry) {
    try {
      return new HostPort(bare(host), Integer.parseInt(port));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("allowed: " + entry + " (expected: host:port)", e);
    }
  }

  // host:port and [v6]:port; anything with a slash, or bare v6, is a range.
  private static @Nullable HostPort hostPort(String entry) {
    if (entry.contains("/")) {
      return null;
    }
    int colon = entry.lastIndexOf(':');
    boolean bracketed = entry.startsWith("[") && entry.charAt(Math.max(0, colon - 1)) == ']';
    boolean oneColon = colon > 0 && entry.indexOf(':') == colon;
    return bracketed || oneColon
        ? hostPortOf(entry.substring(0, colon), entry.substring(colon + 1), entry)
        : null;
  }

  private static String bare(String host) {
    String it = host.toLowerCase(Locale.ROOT);
    return it.startsWith("[") && it.endsWith("]") ? it.substring(1, it.length() - 1) : it;
  }

  private static byte[] mappedPrefix() {
    byte[] prefix = new byte[V6_BYTES];
    prefix[10] = (byte) 0xFF;
    prefix[11] = (byte) 0xFF;
    return prefix;
  }

  private record HostPort(String host, int port) {}

  /// An address we do not connect to.
  public static final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(String message) {
      super(message);
    }
  }
}
