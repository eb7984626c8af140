package syndication.publish.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import syndication.publish.address.AddressGuard.RefusedAddressException;

class AddressGuardTest {

  private static final AddressGuard GUARD = new AddressGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.170",
        "192.0.2.1",
        "192.31.196.1",
        "192.52.193.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "192.175.48.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "64:ff9b:1:2::8.8.8.8",
        "100::1",
        "100:0:0:1::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:808:808::1",
        "2620:4f:8000::1",
        "3fff::1",
        "3fff:fff::1",
        "4000::1",
        "5f00::1",
        "8000::1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "1::1"
      })
  void whatIsNotThePublicInternetIsRefused(String address) {
    assertThat(GUARD.refusal("partner.example", 443, InetAddress.ofLiteral(address)))
        .as(address)
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.255.255",
        "192.169.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "64:ff9b::8.8.8.8",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2003::1",
        "2606:4700:4700::1111",
        "2a00:1450::1"
      })
  void thePublicInternetIsLetIn(String address) {
    assertThat(GUARD.refusal("partner.example", 443, InetAddress.ofLiteral(address)))
        .as(address)
        .isEmpty();
  }

  @Test
  void anOperatorLetsRangesAndSingleHostsIn() {
    var guard = new AddressGuard(List.of("10.1.0.0/16", "partner.internal:8443", "[::1]:8080"));

    assertThat(guard.refusal("x", 80, InetAddress.ofLiteral("10.1.2.3"))).isEmpty();
    assertThat(guard.refusal("x", 80, InetAddress.ofLiteral("10.2.2.3"))).isPresent();
    assertThat(guard.refusal("Partner.Internal", 8443, InetAddress.ofLiteral("10.9.9.9")))
        .isEmpty();
    assertThat(guard.refusal("partner.internal", 22, InetAddress.ofLiteral("10.9.9.9")))
        .isPresent();
    assertThat(guard.refusal("[::1]", 8080, InetAddress.ofLiteral("::1"))).isEmpty();
    assertThat(guard.refusal("x", 80, InetAddress.ofLiteral("64:ff9b::10.1.2.3"))).isEmpty();
  }

  @Test
  void ofSeveralAddressesOnlyTheAllowedOnesAreConnectedTo() throws UnknownHostException {
    InetAddress inside = InetAddress.ofLiteral("127.0.0.1");
    InetAddress outside = InetAddress.ofLiteral("8.8.8.8");

    assertThat(GUARD.vetted("two.example", 443, new InetAddress[] {inside, outside}))
        .containsExactly(outside);
    assertThatThrownBy(() -> GUARD.vetted("one.example", 443, new InetAddress[] {inside}))
        .isInstanceOf(RefusedAddressException.class)
        .hasMessage("one.example leads to 127.0.0.1 (loopback)");
  }

  @Test
  void aRangeThatIsNoneIsRefusedAtStart() {
    assertThatThrownBy(() -> new AddressGuard(List.of("not a range")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AddressGuard(List.of("10.0.0.0/33")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
