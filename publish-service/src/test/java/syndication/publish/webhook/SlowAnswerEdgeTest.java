package syndication.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import syndication.publish.address.AddressGuard;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.PartnerClient;
import syndication.publish.signing.Scheme;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;

/// A partner that keeps answering, a byte at a time, and never ends.
class SlowAnswerEdgeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> LOOPBACK = List.of("127.0.0.0/8");

  @Test
  @Timeout(30)
  void anAnswerThatDripsIsCutOffAtTheDeadlineOfTheWholeExchange() throws IOException {
    var properties =
        new WebhookProperties(
            Duration.ofMillis(500), LOOPBACK, 4, Duration.ofMinutes(5), "Syndicate test");
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var clients =
            new HttpPartnerClients(
                properties, new AddressGuard(LOOPBACK), InstantSource.fixed(NOW));
        var client = clients.open(subscription(server.getLocalPort()))) {
      Thread.ofVirtual().start(() -> drip(server));

      Outcome outcome =
          client.post(new PartnerClient.Message("msg_1", 1, NOW, "v1,x", "trace", new byte[2]));

      assertThat(outcome)
          .isEqualTo(
              new Outcome.Failed(null, "no complete answer within 500 ms", null, null, true));
    }
  }

  private static void drip(ServerSocket server) {
    try (Socket connection = server.accept()) {
      var out = connection.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write('a');
        out.flush();
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    } catch (IOException e) {
      // The client hung up, as it should.
      return;
    }
  }

  private static Subscription subscription(int port) {
    return new Subscription(
        "sub_1",
        "p-1",
        URI.create("http://127.0.0.1:" + port + "/hook"),
        new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
        Subscription.Ordering.PER_ARTICLE,
        List.of(Scheme.V1),
        List.of(),
        null,
        false,
        new Subscription.State.Active(),
        NOW);
  }
}
