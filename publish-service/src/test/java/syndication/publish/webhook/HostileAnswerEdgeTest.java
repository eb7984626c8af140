package syndication.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import syndication.publish.address.AddressGuard;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.PartnerClient;
import syndication.publish.signing.Scheme;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;

/// Partners whose answers are slow, endless or swollen: none costs more than the deadline and a few
/// kilobytes.
@Timeout(60)
class HostileAnswerEdgeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> LOOPBACK = List.of("127.0.0.0/8");
  private static final Duration DEADLINE = Duration.ofMillis(500);
  private static final Duration LONG_DEADLINE = Duration.ofSeconds(20);
  private static final int BLOCK = 64 * 1024;

  /// What a socket's buffers on both sides may hold that nobody reads.
  private static final long BUFFERED_MAX = 32L * 1024 * 1024;

  private interface Answer {
    void write(OutputStream out) throws IOException;
  }

  private static Outcome post(Duration deadline, Answer answer) throws IOException {
    var properties =
        new WebhookProperties(deadline, LOOPBACK, 4, Duration.ofMinutes(5), "Syndicate test");
    try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var clients =
            new HttpPartnerClients(
                properties, new AddressGuard(LOOPBACK), InstantSource.fixed(NOW));
        var client = clients.open(subscription(server.getLocalPort()))) {
      Thread.ofVirtual().start(() -> serve(server, answer));
      return client.post(new PartnerClient.Message("msg_1", NOW, "v1,x", "00-0-0-01", new byte[2]));
    }
  }

  private static void serve(ServerSocket server, Answer answer) {
    try (Socket connection = server.accept()) {
      answer.write(connection.getOutputStream());
    } catch (IOException e) {
      // The client hung up, as it should.
      return;
    }
  }

  private static void drip(OutputStream out) throws IOException {
    while (true) {
      out.write('a');
      out.flush();
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void aHeadThatDripsIsCutOffAtTheDeadlineOfTheWholeExchange() throws IOException {
    Outcome outcome =
        post(
            DEADLINE,
            out -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nX-Slow: "));
              drip(out);
            });

    assertThat(outcome)
        .isEqualTo(new Outcome.Failed(null, "no complete answer within 500 ms", null, null, true));
  }

  @Test
  void aBodyThatDripsIsCutOffTooAlthoughItsHeadWasASuccess() throws IOException {
    Outcome outcome =
        post(
            DEADLINE,
            out -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
              drip(out);
            });

    assertThat(outcome)
        .isEqualTo(new Outcome.Failed(null, "no complete answer within 500 ms", null, null, true));
  }

  @Test
  void whoAnswersNothingIsCutOff() throws IOException {
    Outcome outcome = post(DEADLINE, _ -> LockSupport.parkNanos(LONG_DEADLINE.toNanos()));

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).overload()).isTrue();
  }

  @Test
  void aHeadThatNeverEndsIsAFailureAfterAFewKilobytes() throws IOException {
    var written = new AtomicLong();

    Outcome outcome =
        post(
            LONG_DEADLINE,
            out -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nX-Giant: "));
              byte[] block = "a".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII);
              while (true) {
                out.write(block);
                written.addAndGet(BLOCK);
              }
            });

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(written.get()).isLessThan(BUFFERED_MAX);
  }

  @Test
  void headersWithoutNumberAreAFailure() throws IOException {
    Outcome outcome =
        post(
            LONG_DEADLINE,
            out -> {
              out.write(ascii("HTTP/1.1 200 OK\r\n"));
              for (long i = 0; ; i++) {
                out.write(ascii("X-Header-" + i + ": value\r\n"));
              }
            });

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aBodyThatNeverEndsIsNotReadAndTheDeliveryCounts() throws IOException {
    var written = new AtomicLong();

    Outcome outcome =
        post(
            LONG_DEADLINE,
            out -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
              byte[] block = "a".repeat(BLOCK).getBytes(StandardCharsets.US_ASCII);
              while (true) {
                out.write(ascii(Integer.toHexString(BLOCK) + "\r\n"));
                out.write(block);
                out.write(ascii("\r\n"));
                written.addAndGet(BLOCK);
              }
            });

    assertThat(outcome).isEqualTo(new Outcome.Delivered(200));
    assertThat(written.get()).isLessThan(BUFFERED_MAX);
  }

  @Test
  void whatIsCompressedIsNotUnpackedSoThatABombStaysSmall() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      byte[] block = ascii("a".repeat(BLOCK));
      for (int i = 0; i < 1_000; i++) {
        gzip.write(block);
      }
    }

    Outcome outcome =
        post(
            LONG_DEADLINE,
            out -> {
              out.write(
                  ascii(
                      "HTTP/1.1 500 Oops\r\nContent-Encoding: gzip\r\nContent-Length: "
                          + packed.size()
                          + "\r\n\r\n"));
              out.write(packed.toByteArray());
            });

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(((Outcome.Failed) outcome).answer())
        .as("the beginning of what was sent, still packed")
        .hasSizeLessThanOrEqualTo(1_024)
        .doesNotContain("a".repeat(16));
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
