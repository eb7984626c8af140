package syndication.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import syndication.publish.address.AddressGuard;
import syndication.publish.address.AddressGuard.RefusedAddressException;

/// A partner's name that leads elsewhere each time it is looked up.
class RebindingEdgeTest {

  private static final AddressGuard GUARD = new AddressGuard(List.of());
  private static final String PUBLIC = "93.184.216.34";

  /// Answers with one address after the other.
  private static VettingResolver resolver(String... addresses) {
    var asked = new AtomicInteger();
    var names =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return new InetAddress[] {InetAddress.ofLiteral(addresses[asked.getAndIncrement()])};
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    return new VettingResolver(GUARD, Runnable::run, names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.5",
        "169.254.169.254",
        "192.168.1.1",
        "::1",
        "::ffff:127.0.0.1",
        "fd00:ec2::254",
        "fe80::1",
        "64:ff9b::7f00:1"
      })
  void anAddressThatWasPublicWhenRegisteredIsVettedAgainAtEveryConnection(String inside)
      throws UnknownHostException {
    VettingResolver resolver = resolver(PUBLIC, inside);

    assertThat(resolver.resolve("rebind.example", 443))
        .containsExactly(new InetSocketAddress(InetAddress.ofLiteral(PUBLIC), 443));
    assertThatThrownBy(() -> resolver.resolve("rebind.example", 443))
        .isInstanceOf(RefusedAddressException.class)
        .hasMessageContaining("rebind.example");
  }

  @Test
  void theClientGetsTheVettedAddressAndNotTheName() throws UnknownHostException {
    InetSocketAddress only = resolver(PUBLIC).resolve("rebind.example", 443).getFirst();

    assertThat(only.isUnresolved()).isFalse();
    assertThat(only.getAddress()).isEqualTo(InetAddress.ofLiteral(PUBLIC));
  }
}
