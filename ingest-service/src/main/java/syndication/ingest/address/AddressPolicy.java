package syndication.ingest.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides whether an address that a stranger's link led to may be called: only the public
/// internet, unless an operator allowed more.
///
/// Ranges: the special-purpose registries of IANA
/// (<https://www.iana.org/assignments/iana-ipv4-special-registry/>,
/// <https://www.iana.org/assignments/iana-ipv6-special-registry/>) and the metadata services of
/// clouds. An address that carries another one (mapped, NAT64, 6to4, Teredo) is judged by that one.
public final class AddressPolicy {

  private static final Map<AddressRange, String> REFUSED = new LinkedHashMap<>();

  static {
    refuse("0.0.0.0/8", "this network");
    refuse("10.0.0.0/8", "a private network");
    refuse("100.64.0.0/10", "a carrier's network");
    refuse("127.0.0.0/8", "this machine");
    refuse("168.63.129.16/32", "a cloud's metadata service");
    refuse("169.254.0.0/16", "link-local, where clouds keep their metadata");
    refuse("172.16.0.0/12", "a private network");
    refuse("192.0.0.0/24", "reserved for protocols");
    refuse("192.0.2.0/24", "for documentation");
    refuse("192.88.99.0/24", "a 6to4 relay");
    refuse("192.168.0.0/16", "a private network");
    refuse("198.18.0.0/15", "for benchmarks");
    refuse("198.51.100.0/24", "for documentation");
    refuse("203.0.113.0/24", "for documentation");
    refuse("224.0.0.0/4", "multicast");
    refuse("240.0.0.0/4", "reserved or broadcast");
    refuse("2001::/23", "reserved for protocols");
    refuse("2001:db8::/32", "for documentation");
    refuse("3fff::/20", "for documentation");
    refuse("::1/128", "this machine");
    refuse("fc00::/7", "a private network");
    refuse("fe80::/10", "link-local");
    refuse("ff00::/8", "multicast");
  }

  private static final AddressRange GLOBAL_V6 = AddressRange.of("2000::/3");
  private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
  private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");
  private static final AddressRange TEREDO = AddressRange.of("2001::/32");
  private static final AddressRange COMPATIBLE = AddressRange.of("::/96");
  private static final AddressRange TRANSLATED = AddressRange.of("::ffff:0:0:0/96");
  private static final int V4_BYTES = 4;
  private static final int V6_BYTES = 16;

  private final List<AddressRange> allowedRanges = new ArrayList<>();
  private final Set<String> allowedHosts = new HashSet<>();

  /// @param allowed what is let in although it is not public: ranges (`10.1.0.0/16`), or a host
  ///   with its port (`feeds.internal:8080`)
  public AddressPolicy(List<String> allowed) {
    for (String entry : allowed) {
      String it = entry.strip().toLowerCase(Locale.ROOT);
      if (it.isEmpty()) {
        continue;
      }
      if (it.contains("/")) {
        allowedRanges.add(AddressRange.of(it));
      } else if (it.matches(".+:\\d{1,5}")) {
        allowedHosts.add(it);
      } else {
        throw new IllegalArgumentException(
            "allow: %s (expected: a range such as 10.1.0.0/16, or host:port)".formatted(entry));
      }
    }
  }

  /// Why an address must not be called; empty when it may.
  ///
  /// @param host as the link names it
  /// @param address as the host was resolved to
  public Optional<String> refusal(String host, int port, InetAddress address) {
    byte[] bytes = address.getAddress();
    String name = host.toLowerCase(Locale.ROOT) + ":" + port;
    if (allowedHosts.contains(name) || allowedRanges.stream().anyMatch(it -> it.contains(bytes))) {
      return Optional.empty();
    }
    return refusal(bytes).map(it -> "%s is %s".formatted(address.getHostAddress(), it));
  }

  private static Optional<String> refusal(byte[] address) {
    Optional<byte[]> inner = carried(address);
    if (inner.isPresent()) {
      return refusal(inner.get()).map(it -> "a translation of an address that is " + it);
    }
    for (var range : REFUSED.entrySet()) {
      if (range.getKey().contains(address)) {
        return Optional.of(range.getValue());
      }
    }
    return address.length == V4_BYTES || GLOBAL_V6.contains(address)
        ? Optional.empty()
        : Optional.of("not of the public internet");
  }

  // The IPv4 address inside an IPv6 one, where there is one.
  private static Optional<byte[]> carried(byte[] address) {
    if (address.length != V6_BYTES) {
      return Optional.empty();
    }
    if (SIX_TO_FOUR.contains(address)) {
      return Optional.of(Arrays.copyOfRange(address, 2, 2 + V4_BYTES));
    }
    byte[] last = Arrays.copyOfRange(address, V6_BYTES - V4_BYTES, V6_BYTES);
    if (TEREDO.contains(address)) {
      for (int i = 0; i < V4_BYTES; i++) {
        last[i] = (byte) ~last[i];
      }
      return refusal(last).isPresent() ? Optional.of(last) : Optional.empty();
    }
    boolean loopbackOrUnspecified = COMPATIBLE.contains(address) && isTiny(last);
    boolean carries =
        NAT64.contains(address) || TRANSLATED.contains(address) || COMPATIBLE.contains(address);
    return carries && !loopbackOrUnspecified ? Optional.of(last) : Optional.empty();
  }

  // `::` and `::1` are addresses of their own.
  private static boolean isTiny(byte[] last) {
    return last[0] == 0 && last[1] == 0 && last[2] == 0 && (last[3] & 0xff) <= 1;
  }

  /// The addresses of a host, all of them vetted.
  ///
  /// @throws AddressRefusedException when one of them must not be called: a host that is public and
  ///   private at once is not to be trusted
  public List<InetAddress> vetted(String host, int port) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(host);
    for (InetAddress address : all) {
      Optional<String> refusal = refusal(host, port, address);
      if (refusal.isPresent()) {
        throw new AddressRefusedException(
            "%s must not be called: %s".formatted(host, refusal.get()));
      }
    }
    return List.of(all);
  }

  private static void refuse(String range, String reason) {
    REFUSED.put(AddressRange.of(range), reason);
  }
}
