package syndication.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What sources, partners, readers and operators were promised, seen from outside.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Installation syndicate = Installation.shared();
  private final String source = "story-api";
  private Map<String, String> key = Map.of();
  private Partner partner;
  private Origin origin;

  StoryIT() throws IOException {
    partner = new Partner();
    origin = new Origin();
  }

  @BeforeAll
  void register() {
    key = syndicate.source(source);
    syndicate.feed("story-feed", origin.feedUrl());
    syndicate.subscribe("story-partner", partner, source, "story-feed");
  }

  @AfterAll
  void stop() {
    partner.close();
    origin.close();
  }

  @Test
  void anArticleBecomesASignedWebhookAndAPage() {
    post(Articles.ninjs("bridge-1", "Harbour bridge opens after two years of repairs"));

    Partner.Received delivery = delivery("Harbour bridge opens after two years of repairs");

    assertThat(delivery.genuine()).isTrue();
    assertThat(delivery.type()).isEqualTo("article.published");
    assertThat(delivery.version()).isEqualTo("1");
    assertThat(delivery.headers()).containsKey("traceparent");
    assertThat(pageWith(delivery.articleId(), "Cyclists"))
        .contains("Harbour bridge opens after two years of repairs")
        .contains("Cyclists have to wait until the spring")
        .contains("https://harbour.example/news/bridge-1");
  }

  @Test
  void aPolledFeedIsDelivered() {
    origin.publish("tide-1", "Spring tide floods the fish market", Articles.BODY);

    syndicate.poll("story-feed");

    assertThat(delivery("Spring tide floods the fish market").genuine()).isTrue();
  }

  @Test
  void pageTextLosesTheThemeAndKeepsTheStory() {
    String text =
        """
        Skip to content
        Menu
        Select Page
        Ferry timetable changes from December
        Ferry timetable changes from December
        The ferry across the estuary will sail every twenty minutes from the first of December, the \
        operator said on Monday, twice as often as now.
        Passengers with a monthly pass travel free on the first weekend, and the late boat on \
        Fridays returns after an absence of three years.
        Editor's note: Sign up for our newsletter to get the best stories in your inbox every morning.
        Read the full story below:
        Ten things to do in the harbour this winter
        Source link
        """;

    Http.post(
            syndicate.ingest() + "/api/articles?url=https://aggregator.example/ferry",
            Map.of(
                "Authorization",
                key.getOrDefault("Authorization", ""),
                "Content-Type",
                "text/plain; charset=utf-8"),
            text)
        .expect(202);

    JsonNode data = delivery("Ferry timetable changes from December").data();
    assertThat(data.path("bodies").toString())
        .contains("every twenty minutes")
        .contains("monthly pass")
        .doesNotContain("Select Page")
        .doesNotContain("newsletter")
        .doesNotContain("Ten things to do")
        .doesNotContain("Source link");
  }

  @Test
  void aCorrectionReachesThePartnerAndTheSite() {
    post(Articles.ninjs("budget-1", "City budget grows by 4 percent"));
    String articleId = delivery("City budget grows by 4 percent").articleId();

    post(
        Articles.ninjs(
                "budget-1",
                "City budget grows by 3 percent",
                "<p>Correction: An earlier version gave the growth as 4 percent.</p>"
                    + Articles.BODY)
            .toString());

    await().atMost(SOON).until(() -> partner.about(articleId).size() == 2);
    Partner.Received update = partner.about(articleId).getLast();
    assertThat(update.type()).isEqualTo("article.updated");
    assertThat(update.version()).isEqualTo("2");
    assertThat(pageWith(articleId, "City budget grows by 3 percent"))
        .contains("An earlier version gave the growth as 4 percent");
  }

  @Test
  void aWithdrawalTakesTheArticleDownEverywhere() {
    post(Articles.ninjs("rumour-1", "Ferry company to be sold"));
    String articleId = delivery("Ferry company to be sold").articleId();
    await().atMost(SOON).until(() -> page(articleId).status() == 200);

    withdraw("rumour-1", "KILL");

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(partner.about(articleId))
                .extracting(Partner.Received::type)
                .containsExactly("article.published", "article.withdrawn"));
    await().atMost(SOON).until(() -> page(articleId).status() == 410);
    assertThat(Http.get(syndicate.publish() + "/", Map.of()).body())
        .doesNotContain("Ferry company to be sold");
    assertThat(Http.get(syndicate.publish() + "/search?q=ferry+company", Map.of()).body())
        .doesNotContain("Ferry company to be sold");
  }

  @Test
  void theSameArticleTwiceIsSentOnce() {
    String document = Articles.ninjs("twice-1", "Lighthouse gets a new lamp");
    post(document);
    String articleId = delivery("Lighthouse gets a new lamp").articleId();

    String receipt = post(document);

    await().atMost(SOON).until(() -> state(receipt).equals("unchanged"));
    assertThat(partner.about(articleId)).hasSize(1);
  }

  @Test
  void anEmbargoIsKeptAndEnds() {
    Instant until = Instant.now().plusSeconds(12);
    String receipt =
        post(
            Articles.ninjs("embargo-1", "Harbour prize goes to a lock keeper", Articles.BODY)
                .put("embargoedUntil", until.toString())
                .toString());
    await().atMost(SOON).until(() -> state(receipt).equals("held"));

    assertThat(partner.withHeadline("Harbour prize goes to a lock keeper")).isEmpty();
    delivery("Harbour prize goes to a lock keeper");

    assertThat(Instant.now()).isAfterOrEqualTo(until);
  }

  @Test
  void whatCannotBeReadIsQuarantinedWithItsReason() {
    String receipt =
        Http.post(
                syndicate.ingest() + "/api/articles?url=https://harbour.example/empty",
                Map.of(
                    "Authorization",
                    key.getOrDefault("Authorization", ""),
                    "Content-Type",
                    "text/plain"),
                "Menu\nSelect Page\n")
            .expect(202)
            .json()
            .path("receiptId")
            .asText();

    await().atMost(SOON).until(() -> state(receipt).equals("quarantined"));
    assertThat(syndicate.json("quarantine", "list").toString()).contains(source);
  }

  @Test
  void aReplaySendsNothingThatThePartnerHas() {
    post(Articles.ninjs("replay-1", "Night market moves to the old dock"));
    String articleId = delivery("Night market moves to the old dock").articleId();

    syndicate.run("partners", "replay", "story-partner").expectSuccess();
    post(Articles.ninjs("replay-2", "Dock cranes painted blue"));
    delivery("Dock cranes painted blue");

    assertThat(partner.about(articleId)).hasSize(1);
  }

  @Test
  void theAccountsBalance() {
    post(Articles.ninjs("accounts-1", "Pilots get a second boat"));
    delivery("Pilots get a second boat");

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode counts = syndicate.counts(source);
          assertThat(counts.path("balanced").asBoolean()).as(counts.toString()).isTrue();
          assertThat(counts.path("received").asLong())
              .as(counts.toString())
              .isPositive()
              .isEqualTo(
                  List.of("published", "unchanged", "quarantined", "rejected", "held", "pending")
                      .stream()
                      .mapToLong(it -> counts.path(it).asLong())
                      .sum());
        });
  }

  @Test
  void anArticleCanBeFollowedThroughEveryStage() {
    post(Articles.ninjs("trace-1", "Tugboat rescues a kayaker"));
    String articleId = delivery("Tugboat rescues a kayaker").articleId();

    Installation.Output trace = syndicate.run("trace", articleId).expectSuccess();

    assertThat(trace.out())
        .contains("Tugboat rescues a kayaker")
        .contains(source)
        .contains("story-partner");
  }

  @Test
  void aWrongFieldIsNamed() {
    JsonNode problem =
        Http.post(syndicate.ingest() + "/api/articles", key, "{\"headlines\": \"one\"}")
            .expect(422)
            .json();

    assertThat(problem.path("errors").toString()).contains("headlines").contains("expected");
  }

  @Test
  void aStrangerIsRefused() {
    Http.post(
            syndicate.ingest() + "/api/articles",
            Map.of("Authorization", "Bearer nobody", "Content-Type", "application/json"),
            Articles.ninjs("stranger-1", "Not from us"))
        .expect(401);
    Http.get(syndicate.ingest() + "/api/admin/sources", Map.of()).expect(401);
    Http.get(syndicate.publish() + "/api/admin/partners", Map.of()).expect(401);
  }

  private String post(String ninjs) {
    return Http.post(syndicate.ingest() + "/api/articles", key, ninjs)
        .expect(202)
        .json()
        .path("receiptId")
        .asText();
  }

  private void withdraw(String itemId, String action) {
    Http.post(
            syndicate.ingest() + "/api/articles/withdrawals",
            key,
            Http.JSON
                .createObjectNode()
                .put("itemId", itemId)
                .put("action", action)
                .put("note", "The story was wrong.")
                .toString())
        .expect(202);
  }

  private String state(String receiptId) {
    return Http.get(syndicate.ingest() + "/api/submissions/" + receiptId, key)
        .json()
        .path("state")
        .asText();
  }

  private Partner.Received delivery(String headline) {
    await().atMost(SOON).until(() -> !partner.withHeadline(headline).isEmpty());
    return partner.withHeadline(headline).getFirst();
  }

  /// The article's page, as soon as it says what it should: the site reads the topic by itself.
  private String pageWith(String articleId, String words) {
    await().atMost(SOON).until(() -> page(articleId).body().contains(words));
    return page(articleId).expect(200).body();
  }

  private Http.Answer page(String articleId) {
    return Http.get(
        syndicate.publish() + "/articles/" + articleId.replace("urn:uuid:", ""), Map.of());
  }
}
