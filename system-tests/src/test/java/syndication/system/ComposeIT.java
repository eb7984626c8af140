package syndication.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The same promises when everything runs in containers.
///
/// Skipped where Docker, its compose plugin or an image is missing, and by
/// `SYNDICATE_SKIP_DOCKER=yes`.
class ComposeIT {

  private static final Duration BUILT_AND_STARTED_WITHIN = Duration.ofMinutes(6);
  private static final Duration RESTARTED_WITHIN = Duration.ofMinutes(2);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SOURCE = "compose-api";
  private static final String HEADLINE = "Harbour bridge opens after two years of repairs";

  private final Compose compose = new Compose(Path.of("..").toAbsolutePath().normalize());

  @BeforeEach
  void dockerIsThere() {
    assumeFalse(
        "yes".equals(System.getenv("SYNDICATE_SKIP_DOCKER")),
        "containers not tried: SYNDICATE_SKIP_DOCKER=yes");
    Optional<String> hindrance = compose.hindrance();
    assumeTrue(hindrance.isEmpty(), () -> "containers not tried: " + hindrance.orElse(""));
    compose.erase();
  }

  @AfterEach
  void erase() {
    compose.erase();
  }

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anArticleIsDeliveredShownWithdrawnAndAccountedFor() throws IOException {
    try (var partner = compose.partner()) {
      compose.up(BUILT_AND_STARTED_WITHIN);
      Map<String, String> key = compose.source(SOURCE);
      compose.subscribe("compose-partner", partner, SOURCE);

      Http.post(compose.ingest() + "/api/articles", key, Articles.ninjs("bridge-1", HEADLINE))
          .expect(202);

      await().atMost(SOON).until(() -> !partner.withHeadline(HEADLINE).isEmpty());
      Partner.Received delivery = partner.withHeadline(HEADLINE).getFirst();
      assertThat(delivery.genuine()).isTrue();
      assertThat(delivery.type()).isEqualTo("article.published");
      String articleId = delivery.articleId();
      await().atMost(SOON).until(() -> page(articleId).status() == 200);
      assertThat(page(articleId).body()).contains(HEADLINE).contains("until the spring");

      compose.restart(RESTARTED_WITHIN);
      await().atMost(SOON).until(() -> page(articleId).status() == 200);
      assertThat(page(articleId).body()).contains(HEADLINE);
      withdraw(key, "bridge-1");

      await().atMost(SOON).until(() -> page(articleId).status() == 410);
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(partner.about(articleId))
                  .extracting(Partner.Received::type)
                  .containsExactly("article.published", "article.withdrawn"));
      assertThat(partner.received()).allMatch(Partner.Received::genuine);
      assertBalanced();
    }
  }

  private void withdraw(Map<String, String> key, String itemId) {
    Http.post(
            compose.ingest() + "/api/articles/withdrawals",
            key,
            Http.JSON
                .createObjectNode()
                .put("itemId", itemId)
                .put("action", "KILL")
                .put("note", "The story was wrong.")
                .toString())
        .expect(202);
  }

  private Http.Answer page(String articleId) {
    return Http.get(
        compose.publish() + "/articles/" + articleId.replace("urn:uuid:", ""), Map.of());
  }

  private void assertBalanced() {
    JsonNode counts = compose.counts(SOURCE);
    assertThat(counts.path("balanced").asBoolean()).as(counts.toString()).isTrue();
    assertThat(counts.path("received").asLong())
        .as(counts.toString())
        .isPositive()
        .isEqualTo(
            List.of("published", "unchanged", "quarantined", "rejected", "held", "pending").stream()
                .mapToLong(it -> counts.path(it).asLong())
                .sum());
  }
}
