package syndication.ingest.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import syndication.ingest.frontdoor.FrontDoor.Answer;
import syndication.ingest.frontdoor.Origin.Reply;
import syndication.schema.ArticleSubmitted;
import syndication.schema.Channel;
import tools.jackson.databind.JsonNode;

class FeedPollingTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  // Made with Node's zlib, as the JDK has no encoder: a feed with one item.
  private static final String BROTLI_FEED =
      "G+cAIIzDdGs8N2dTzyIjJJmFqh16vLMBFujDY0FXv6S1ybXZcR4gtLYLWmXRW4CJvcgDf1B0c0kwFFHnYPLy"
          + "YKJhLKpS/Ux5EqbR0jetx58lRWU4zC9vOsVVk1DNgYxNvydPyi67f4qFCWUsuEE9WLcRqixYmVmYlwg=";

  /// 12 MiB of blanks.
  private static final String BROTLI_BOMB = "y///P/glQOKxQCD3/i///3/wSwDEYRGA7v0P";

  private final FrontDoor door = FrontDoor.shared();
  private final Origin origin = new Origin();

  @AfterEach
  void stop() {
    origin.close();
  }

  @Test
  void aNewFeedIsPolledWithoutBeingAsked() {
    origin.answers("/feed", Reply.feed(Origin.rss(Origin.item("a", "One", ""))));

    register("by-itself", "/feed");

    await().atMost(SOON).until(() -> door.submitted("by-itself").size() == 1);
    ArticleSubmitted event = door.submitted("by-itself").getFirst();
    assertThat(event.getChannel()).isEqualTo(Channel.FEED);
    assertThat(event.getContentType()).isEqualTo("application/vnd.syndicate.entry+json");
    assertThat(event.getItemId()).contains("a");
    assertThat(event.getAddress()).contains("https://harbour.example/a");
    assertThat(event.getAttributes()).containsEntry("feedAddress", origin.address("/feed"));
    assertThat(StandardCharsets.UTF_8.decode(event.getBody()).toString()).contains("One");
    assertThat(origin.asked("/feed").getFirst().userAgent())
        .contains("Syndicate")
        .contains("+http");
  }

  @Test
  void onlyWhatIsNewOrChangedIsSubmittedAndTheRestIsCounted() {
    origin.answers(
        "/feed", Reply.feed(Origin.rss(Origin.item("a", "One", ""), Origin.item("b", "Two", ""))));
    register("changes", "/feed");
    await().atMost(SOON).until(() -> door.submitted("changes").size() == 2);

    origin.answers(
        "/feed",
        Reply.feed(
            Origin.rss(
                Origin.item("c", "Three", ""),
                Origin.item("a", "One", ""),
                Origin.item("b", "Two, corrected", ""))));
    poll("changes");

    await().atMost(SOON).until(() -> door.submitted("changes").size() == 4);
    assertThat(door.submitted("changes"))
        .extracting(it -> it.getItemId().orElseThrow())
        .containsExactlyInAnyOrder("a", "b", "b", "c");
    assertThat(door.books.unchanged).containsEntry("changes", 1L);
  }

  @Test
  void everyVisitAfterTheFirstIsConditional() {
    origin.answers("/feed", Reply.feed(Origin.rss(Origin.item("a", "One", ""))));
    register("conditional", "/feed");
    await().atMost(SOON).until(() -> door.submitted("conditional").size() == 1);

    JsonNode polled = poll("conditional").expect(200).json();

    assertThat(polled.path("submitted").intValue()).isZero();
    assertThat(origin.asked("/feed").stream().skip(1)).allMatch(it -> !it.etag().isEmpty());
    assertThat(door.submitted("conditional")).hasSize(1);
  }

  @Test
  void anEntryThatCannotBeReadIsKeptOnceAndTheOthersGoOn() {
    String broken =
        Origin.rss(Origin.item("a", "One", "")).replace("</channel></rss>", "<item><guid>cut");
    origin.answers("/feed", Reply.feed(broken));
    register("truncated", "/feed");
    await().atMost(SOON).until(() -> !door.submitted("truncated").isEmpty());

    origin.answers("/feed", Reply.feed(broken.replace("Harbour news", "Harbour times")));
    poll("truncated").expect(200);

    long kept =
        door.books.quarantined.stream().filter(it -> it.sourceId().equals("truncated")).count();
    long unchanged = door.books.unchanged.getOrDefault("truncated", 0L);
    assertThat(kept + door.submitted("truncated").size()).isEqualTo(2);
    assertThat(unchanged).isEqualTo(2);
  }

  @Test
  void aFeedThatIsGoneIsAskedNoMore() {
    origin.answers("/feed", Reply.of(410));
    register("gone", "/feed");

    await().atMost(SOON).until(() -> feed("gone").path("errorClass").asString("").equals("GONE"));

    assertThat(feed("gone").path("nextFetchAt").isNull()).isTrue();
    assertThat(poll("gone").expect(409).body()).contains("asked no more").contains("(410)");
    assertThat(feed("gone").path("says").stringValue())
        .isEqualTo("the origin says it is gone for good (410)");
    assertThat(origin.asked("/feed")).hasSize(1);
  }

  @Test
  void aMoveForGoodIsRememberedAndAPassingOneIsNot() {
    origin.answers("/old", Reply.of(301, "Location", "/new"));
    origin.answers("/new", Reply.of(302, "Location", "/today"));
    origin.answers("/today", Reply.feed(Origin.rss(Origin.item("a", "One", ""))));
    register("moved", "/old");
    await().atMost(SOON).until(() -> door.submitted("moved").size() == 1);

    poll("moved").expect(200);

    assertThat(origin.asked("/old")).hasSize(1);
    assertThat(origin.asked("/new")).hasSizeGreaterThan(1);
    assertThat(feed("moved").path("address").stringValue()).isEqualTo(origin.address("/new"));
    assertThat(feed("moved").path("notes").toString()).contains("moved for good");
  }

  @Test
  void aFeedIsNotAskedBeforeItsRetryAfterNotEvenByHand() {
    origin.answers("/feed", Reply.of(503, "Retry-After", "3600"));
    register("later", "/feed");
    await().atMost(SOON).until(() -> feed("later").has("errorClass"));

    Answer refused = poll("later").expect(429);

    assertThat(refused.json().path("detail").stringValue()).contains("Retry-After");
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(3500L, 3600L);
    assertThat(origin.asked("/feed")).hasSize(1);
  }

  @Test
  void whatRobotsTxtForbidsIsNotFetched() {
    origin.answers(
        "/robots.txt",
        new Reply(
            200,
            Map.of("Content-Type", "text/plain"),
            "User-agent: *\nDisallow: /private/\n".getBytes(StandardCharsets.UTF_8)));
    origin.answers("/private/feed", Reply.feed(Origin.rss(Origin.item("a", "One", ""))));

    register("forbidden", "/private/feed");

    await()
        .atMost(SOON)
        .until(() -> feed("forbidden").path("errorClass").asString("").equals("ROBOTS"));
    assertThat(origin.asked("/private/feed")).isEmpty();
  }

  @Test
  void aBombIsNotInflated() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      byte[] blanks = new byte[1024 * 1024];
      for (int i = 0; i < 12; i++) {
        gzip.write(blanks);
      }
    }
    origin.answers(
        "/feed",
        new Reply(
            200,
            Map.of("Content-Type", "application/rss+xml", "Content-Encoding", "gzip"),
            bytes.toByteArray()));

    register("bomb", "/feed");

    await()
        .atMost(SOON)
        .until(() -> feed("bomb").path("errorClass").asString("").equals("TOO_LARGE"));
  }

  @Test
  void aFeedInBrotliIsReadAndABombInBrotliIsNot() {
    origin.answers("/feed", encoded(BROTLI_FEED));
    origin.answers("/bomb", encoded(BROTLI_BOMB));

    register("brotli", "/feed");
    register("brotli-bomb", "/bomb");

    await().atMost(SOON).until(() -> door.submitted("brotli").size() == 1);
    await()
        .atMost(SOON)
        .until(() -> feed("brotli-bomb").path("errorClass").asString("").equals("TOO_LARGE"));
    assertThat(origin.asked("/feed").getFirst().encodings()).isEqualTo("gzip, br, deflate");
  }

  @Test
  void anEncodingWeDidNotAskForIsNamed() {
    origin.answers(
        "/feed",
        new Reply(
            200,
            Map.of("Content-Type", "application/rss+xml", "Content-Encoding", "zstd"),
            new byte[] {1, 2, 3}));

    register("zstd", "/feed");

    await().atMost(SOON).until(() -> feed("zstd").path("says").asString("").contains("zstd"));
    assertThat(feed("zstd").path("errorClass").stringValue()).isEqualTo("UNREADABLE");
  }

  private static Reply encoded(String brotli) {
    return new Reply(
        200,
        Map.of("Content-Type", "application/rss+xml", "Content-Encoding", "br"),
        Base64.getDecoder().decode(brotli));
  }

  @Test
  void anAddressThatIsNotPublicIsNotCalled() {
    door.operator("POST", "/api/admin/sources", body("inside", "http://10.1.2.3/feed")).expect(201);
    door.operator("POST", "/api/admin/sources", body("redirects", origin.address("/out")))
        .expect(201);
    origin.answers("/out", Reply.of(302, "Location", "http://169.254.169.254/latest/meta-data"));

    for (String id : List.of("inside", "redirects")) {
      await()
          .atMost(SOON)
          .until(() -> feed(id).path("errorClass").asString("").equals("ADDRESS_REFUSED"));
    }
  }

  @Test
  void botProtectionIsNamed() {
    origin.answers(
        "/feed",
        new Reply(
            403,
            Map.of("cf-mitigated", "challenge", "Content-Type", "text/html"),
            "<title>Just a moment...</title>".getBytes(StandardCharsets.UTF_8)));

    register("protected", "/feed");

    await().atMost(SOON).until(() -> feed("protected").has("errorClass"));
    assertThat(feed("protected").path("errorClass").stringValue()).isEqualTo("BOT_PROTECTION");
    assertThat(feed("protected").path("says").stringValue()).contains("Cloudflare answered 403");
  }

  @Test
  void aPageThatIsNoFeedSaysSo() {
    origin.answers("/feed", Reply.html("<h1>Hello</h1>"));

    register("no-feed", "/feed");

    await()
        .atMost(SOON)
        .until(() -> feed("no-feed").path("errorClass").asString("").equals("NOT_A_FEED"));
  }

  @Test
  void severalInstancesAskAFeedOnceBetweenThem() {
    String database = FrontDoor.postgres().createDatabase();
    origin.answers("/feed", Reply.feed(Origin.rss(Origin.item("a", "One", ""))));
    List<FrontDoor> instances = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        instances.add(FrontDoor.start(database, Map.of("syndicate.ingest.polling.tick", "5ms")));
      }
      FrontDoor first = instances.getFirst();
      first.operator("POST", "/api/admin/sources", body("shared", origin.address("/feed")));
      await().atMost(SOON).until(() -> first.submitted("shared").size() == 1);

      assertThat(origin.asked("/feed")).hasSize(1);
    } finally {
      instances.forEach(FrontDoor::close);
    }
  }

  @Test
  void aSummaryIsReplacedByItsPageWhereTheSourceWantsIt() {
    origin.answers("/a", Reply.html("<article><p>The whole story.</p></article>"));
    String item =
        Origin.item("a", "One", "<description>In short.</description>")
            .replace("https://harbour.example/a", origin.address("/a"));
    origin.answers("/feed", Reply.feed(Origin.rss(item)));

    door.operator(
            "POST",
            "/api/admin/sources",
            body("full-text", origin.address("/feed"))
                .replace("}", ",\"poll\":{\"fullText\":true}}"))
        .expect(201);

    await().atMost(SOON).until(() -> door.submitted("full-text").size() == 1);
    ArticleSubmitted event = door.submitted("full-text").getFirst();
    assertThat(event.getChannel()).isEqualTo(Channel.PAGE);
    assertThat(event.getContentType()).startsWith("text/html");
    assertThat(StandardCharsets.UTF_8.decode(event.getBody()).toString())
        .contains("The whole story.");
  }

  @Test
  void theFeedOfAPageIsFoundAndShownBeforeAnythingIsRegistered() {
    origin.answers(
        "/", Reply.html("<link rel=alternate type='application/rss+xml' href='/news/feed'>"));
    origin.answers(
        "/news/feed",
        Reply.feed(Origin.rss(Origin.item("a", "One", ""), Origin.item("b", "Two", ""))));

    JsonNode trial = tryOut("/").expect(200).json();

    assertThat(trial.path("feedUrl").stringValue()).isEqualTo(origin.address("/news/feed"));
    assertThat(trial.path("entryCount").intValue()).isEqualTo(2);
    assertThat(trial.path("entries").path(0).path("title").stringValue()).isEqualTo("One");
    assertThat(trial.path("title").stringValue()).isEqualTo("Harbour news");
  }

  @Test
  void aFeedAtAUsualPlaceIsFoundAndItsAbsenceIsSaid() {
    origin.answers("/", Reply.html("<p>No links here.</p>"));
    origin.answers("/atom.xml", Reply.feed(Origin.rss(Origin.item("a", "One", ""))));

    assertThat(tryOut("/").json().path("feedUrl").stringValue())
        .isEqualTo(origin.address("/atom.xml"));
    origin.answers("/atom.xml", Reply.of(404));
    JsonNode nothing = tryOut("/").expect(200).json();
    assertThat(nothing.has("feedUrl") && !nothing.path("feedUrl").isNull()).isFalse();
    assertThat(nothing.path("says").stringValue()).contains("no feed");
  }

  private Answer tryOut(String path) {
    return door.operator(
        "POST", "/api/admin/sources/test", "{\"address\":\"%s\"}".formatted(origin.address(path)));
  }

  private void register(String id, String path) {
    door.operator("POST", "/api/admin/sources", body(id, origin.address(path))).expect(201);
  }

  private static String body(String id, String feedUrl) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"FEED\",\"feedUrl\":\"%s\"}"
        .formatted(id, id, feedUrl);
  }

  private Answer poll(String id) {
    return door.operator("POST", "/api/admin/sources/" + id + "/poll", "{}");
  }

  private JsonNode feed(String id) {
    return door.operator("GET", "/api/admin/sources/" + id, null).json().path("feed");
  }
}
