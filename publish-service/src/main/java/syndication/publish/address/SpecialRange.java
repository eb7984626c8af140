package syndication.publish.address;

import java.util.List;

/// A range of addresses that is not the public internet, and why.
///
/// From IANA's registries of special-purpose addresses
/// (<https://www.iana.org/assignments/iana-ipv4-special-registry>,
/// <https://www.iana.org/assignments/iana-ipv6-special-registry>), and multicast. Of IPv6 nothing
/// but the global unicast block `2000::/3` is public at all.
record SpecialRange(Cidr range, String name) {

  static final List<SpecialRange> V4 =
      List.of(
          of("0.0.0.0/8", "this network"),
          of("10.0.0.0/8", "private use"),
          of("100.64.0.0/10", "shared address space"),
          of("127.0.0.0/8", "loopback"),
          of("169.254.0.0/16", "link local, cloud metadata"),
          of("172.16.0.0/12", "private use"),
          of("192.0.0.0/24", "IETF protocol assignments"),
          of("192.0.2.0/24", "documentation"),
          of("192.31.196.0/24", "AS112"),
          of("192.52.193.0/24", "AMT"),
          of("192.88.99.0/24", "6to4 relay anycast"),
          of("192.168.0.0/16", "private use"),
          of("192.175.48.0/24", "AS112"),
          of("198.18.0.0/15", "benchmarking"),
          of("198.51.100.0/24", "documentation"),
          of("203.0.113.0/24", "documentation"),
          of("224.0.0.0/4", "multicast"),
          of("240.0.0.0/4", "reserved, broadcast"),
          // A cloud's address of its hosts' metadata; public by the registry, never by intent.
          of("168.63.129.16/32", "cloud metadata"));

  static final List<SpecialRange> V6 =
      List.of(
          of("::/128", "unspecified"),
          of("::1/128", "loopback"),
          of("::/96", "IPv4-compatible"),
          of("64:ff9b:1::/48", "local translation"),
          of("100::/64", "discard"),
          of("100:0:0:1::/64", "dummy prefix"),
          of("2001::/32", "Teredo"),
          of("2001::/23", "IETF protocol assignments"),
          of("2001:db8::/32", "documentation"),
          of("2002::/16", "6to4"),
          of("2620:4f:8000::/48", "AS112"),
          of("3fff::/20", "documentation"),
          of("5f00::/16", "segment routing"),
          of("fc00::/7", "unique local"),
          of("fe80::/10", "link local"),
          of("fec0::/10", "site local"),
          of("ff00::/8", "multicast"));

  private static SpecialRange of(String range, String name) {
    return new SpecialRange(Cidr.of(range), name);
  }
}
