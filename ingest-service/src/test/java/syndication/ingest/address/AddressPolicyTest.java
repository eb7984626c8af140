package syndication.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private static final int PORT = 80;

  private final AddressPolicy policy = new AddressPolicy(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::10.1.2.3",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:5ef5:79fd:0:59d:f5ff:fffd",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:c0a8:101::1",
        "2002:a9fe:a9fe::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "4000::1",
        "::a00:1"
      })
  void whatIsNotThePublicInternetIsRefused(String address) {
    assertThat(policy.refusal("host.example", PORT, InetAddress.ofLiteral(address)))
        .as(address)
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700:4700::1111",
        "2a00:1450:4001::1",
        "2001:4860:4860::8888",
        "2002:808:808::1",
        "64:ff9b::8.8.8.8"
      })
  void thePublicInternetIsCalled(String address) {
    assertThat(policy.refusal("host.example", PORT, InetAddress.ofLiteral(address)))
        .as(address)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "2130706433", "0x7f000001", "127.1", "[::1]", "localhost"})
  void everySpellingOfThisMachineIsRefused(String host) {
    assertThatThrownBy(() -> policy.vetted(host, PORT)).isInstanceOf(UnknownHostException.class);
  }

  @Test
  void anOperatorLetsInRangesAndHostsWithTheirPort() {
    var open = new AddressPolicy(List.of("10.1.0.0/16", "fd00::/8", "feeds.internal:8080", " "));

    assertThat(open.refusal("x", PORT, InetAddress.ofLiteral("10.1.200.3"))).isEmpty();
    assertThat(open.refusal("x", PORT, InetAddress.ofLiteral("10.2.0.1"))).isPresent();
    assertThat(open.refusal("x", PORT, InetAddress.ofLiteral("fd12::1"))).isEmpty();
    InetAddress inside = InetAddress.ofLiteral("192.168.1.1");
    assertThat(open.refusal("Feeds.Internal", 8080, inside)).isEmpty();
    assertThat(open.refusal("feeds.internal", 22, inside)).isPresent();
  }

  @Test
  void anAllowanceThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new AddressPolicy(List.of("everything")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("everything");
    assertThatThrownBy(() -> new AddressPolicy(List.of("10.0.0.0/33")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theReasonIsInWords() {
    assertThat(policy.refusal("x", PORT, InetAddress.ofLiteral("169.254.169.254")).orElseThrow())
        .contains("metadata");
    assertThat(policy.refusal("x", PORT, InetAddress.ofLiteral("2002:7f00:1::")).orElseThrow())
        .contains("translation")
        .contains("this machine");
  }
}
