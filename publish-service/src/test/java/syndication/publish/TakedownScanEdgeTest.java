package syndication.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.LocalPartner.await;
import static syndication.publish.RunningService.articleId;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.subscription.Filter;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.Body;
import syndication.schema.RevisionKind;
import syndication.schema.Text;

/// Looks for a taken-down article's words in every column of every table of this service.
class TakedownScanEdgeTest {

  private static final String WORD = "zyxwordofaperson";

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aTakedownLeavesNoWordInAnyTable() throws Exception {
    String article = articleId();
    try (var echoing = new LocalPartner();
        var taking = new LocalPartner()) {
      echoing.behave(exchange -> {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(500, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
      });
      service.subscribe(echoing.endpoint(), from("s-scan"));
      service.subscribe(taking.endpoint(), from("s-scan"));
      service.produce(about(article));
      await("the words are stored", () -> tables().containsAll(List.of("payloads", "attempts")));
      await("the words are on the site", () -> tables().contains("site_article"));

      taking.acceptAll();
      service.produce(takenDown(article, 2));
      service.produce(EnrichedEvents.event(article, 2, RevisionKind.TAKEDOWN, "s-scan").build());

      await("no table has the words", () -> tables().isEmpty());
      assertThat(taking.of(article)).isNotEmpty();
    }
  }

  private static ArticleEnriched about(String article) {
    String words = "What is told of " + WORD + " is wrong.";
    return EnrichedEvents.event(article, 1, RevisionKind.NEW, "s-scan")
        .setArticle(
            EnrichedEvents.revised(article, 1, RevisionKind.NEW, "s-scan")
                .setHeadlines(List.of(Text.newBuilder().setValue("About " + WORD).build()))
                .setBodies(
                    List.of(
                        Body.newBuilder()
                            .setContentType("text/html")
                            .setValue("<p>" + words + "</p>")
                            .build()))
                .setCanonicalUrl("https://news.example/" + WORD)
                .build())
        .setSummary(words)
        .setTeaser(words)
        .build();
  }

  private static ArticleWithdrawn takenDown(String article, long revision) {
    return ArticleWithdrawn.newBuilder(EnrichedEvents.withdrawn(article, revision))
        .setKind(RevisionKind.TAKEDOWN)
        .clearHeadline()
        .build();
  }

  private static Filter from(String sourceId) {
    return new Filter(Set.of(sourceId), Set.of(), Set.of(), Set.of(), Set.of());
  }

  private static List<String> tables() {
    String hex = HexFormat.of().formatHex(WORD.getBytes(StandardCharsets.UTF_8));
    List<String> found = new ArrayList<>();
    for (String table :
        service
            .jdbc()
            .queryForList(
                "select tablename from pg_tables where schemaname = 'public'", String.class)) {
      List<?> rows =
          service
              .jdbc()
              .queryForList(
                  "select 1 from \"%s\" it where strpos(it::text, ?) + strpos(it::text, ?) > 0 limit 1"
                      .formatted(String.valueOf(table)),
                  WORD,
                  hex);
      if (!rows.isEmpty()) {
        found.add(String.valueOf(table));
      }
    }
    return found;
  }
}
