package syndication.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `kill -9` of each process in turn, under load: what a source was told is accepted arrives.
class CrashIT {

  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(90);
  private static final int ARTICLES = 150;
  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private final Installation syndicate = Installation.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {"ingest-service", "enrich-service", "publish-service", "broker", "postgres"})
  void nothingThatWasAcceptedIsLost(String process) throws IOException, InterruptedException {
    String source = "crash-" + process;
    Map<String, String> key = syndicate.source(source);
    try (var partner = new Partner()) {
      syndicate.subscribe("partner-of-" + source, partner, source);
      List<String> accepted = Collections.synchronizedList(new ArrayList<>());
      var sent = new AtomicInteger();
      Thread load = Thread.ofVirtual().start(() -> submit(source, key, accepted, sent));
      await().atMost(RECOVERED_WITHIN).until(() -> sent.get() >= ARTICLES / 3);

      syndicate.kill(process);
      syndicate.up();
      load.join();

      assertThat(accepted).isNotEmpty();
      await()
          .atMost(RECOVERED_WITHIN)
          .untilAsserted(() -> assertThat(headlines(partner)).containsAll(accepted));
      assertThat(partner.received()).allMatch(Partner.Received::genuine);
      assertDuplicatesCarryTheSameId(partner);
      await().atMost(RECOVERED_WITHIN).untilAsserted(() -> assertBalanced(source));
    }
  }

  private void submit(
      String source, Map<String, String> key, List<String> accepted, AtomicInteger sent) {
    for (int i = 0; i < ARTICLES; i++) {
      String headline = "Report number " + i + " of " + source;
      String body = Articles.BODY.replace("Tuesday", "day " + i).replace("nine hundred", "" + i);
      try {
        Http.Answer answer =
            Http.post(
                syndicate.ingest() + "/api/articles",
                key,
                Articles.ninjs(source + "-" + i, headline, body).toString());
        if (answer.status() == 202) {
          accepted.add(headline);
        }
      } catch (UncheckedIOException e) {
        // The service is gone: the source was not told that it has the article.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      sent.incrementAndGet();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static List<String> headlines(Partner partner) {
    return partner.received().stream().map(Partner.Received::headline).toList();
  }

  private static void assertDuplicatesCarryTheSameId(Partner partner) {
    Map<String, String> idOfVersion = new TreeMap<>();
    for (Partner.Received it : partner.received()) {
      String version = it.articleId() + "#" + it.version() + "#" + it.type();
      String first = idOfVersion.putIfAbsent(version, it.webhookId());

      assertThat(first == null || first.equals(it.webhookId())).as(version).isTrue();
    }
  }

  private void assertBalanced(String source) {
    JsonNode counts = syndicate.counts(source);

    assertThat(counts.path("balanced").asBoolean()).as(counts.toString()).isTrue();
    assertThat(counts.path("pending").asLong()).as(counts.toString()).isZero();
  }
}
