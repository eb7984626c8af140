package syndication.ingest.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import syndication.ingest.frontdoor.Hub.Manner;
import syndication.ingest.frontdoor.Origin.Reply;
import syndication.local.FreePorts;
import syndication.schema.Channel;
import tools.jackson.databind.JsonNode;

/// Two instances of the front door, a feed, and a hub that behaves or does not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebSubTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final Origin origin = new Origin();
  private Hub hub = new Hub();
  private final String database = FrontDoor.postgres().createDatabase();
  private FrontDoor door;
  private FrontDoor other;

  @BeforeAll
  void start() {
    int port = FreePorts.next();
    Map<String, String> settings =
        Map.of(
            "server.port",
            Integer.toString(port),
            "syndicate.ingest.websub.public-address",
            "http://127.0.0.1:" + port + "/",
            "syndicate.ingest.websub.tick",
            "20ms");
    door = FrontDoor.start(database, settings);
    Map<String, String> more = new java.util.TreeMap<>(settings);
    more.put("server.port", "0");
    other = FrontDoor.start(database, more);
  }

  @AfterAll
  void stop() {
    other.close();
    door.close();
    origin.close();
    hub.close();
  }

  @AfterEach
  void anotherHub() {
    hub.close();
    hub = new Hub();
  }

  @Test
  void whatAHubPushesIsTakenOnceAndNotAgainByPolling() {
    feed("/pushed", "a");
    register("pushed", "/pushed");
    Hub.Request subscription = subscribed("pushed");
    assertThat(subscription.of("hub.topic")).isEqualTo(origin.address("/pushed"));
    assertThat(subscription.of("hub.secret")).hasSize(43);
    assertThat(subscription.of("hub.callback"))
        .matches("http://127\\.0\\.0\\.1:\\d+/websub/[A-Za-z0-9_-]{43}");
    assertThat(subscription.echo()).isEqualTo(Hub.CHALLENGE);

    String pushed = document("/pushed", "b");
    assertThat(hub.push(subscription, "sha256", pushed)).isEqualTo(204);
    assertThat(hub.push(subscription, "sha512", pushed)).isEqualTo(204);
    feed("/pushed", "a", "b");
    poll("pushed");

    assertThat(door.submitted("pushed"))
        .extracting(it -> it.getItemId().orElseThrow())
        .containsExactlyInAnyOrder("a", "b");
    assertThat(door.submitted("pushed"))
        .filteredOn(it -> it.getItemId().orElseThrow().equals("b"))
        .extracting(it -> it.getChannel())
        .containsExactly(Channel.WEBSUB);
    assertThat(push("pushed")).contains("last push at").contains("polled now and then");
    assertThat(hub.requests("subscribe")).as("by two instances").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, it is not signed",
        "sha256=0000, its signature is wrong",
        "sha1=0000, SHA-1",
      })
  void aPushThatProvesNothingIsAHintAndNoMore(
      @org.jspecify.annotations.Nullable String signature, String words) {
    String id = "hint-" + Integer.toHexString(words.hashCode());
    feed("/" + id, "a");
    register(id, "/" + id);
    Hub.Request subscription = subscribed(id);
    hub.push(subscription, "sha256", document("/" + id, "b"));
    poll(id);
    Instant backup = Instant.parse(status(id).path("nextFetchAt").stringValue());
    feed("/" + id, "a", "b", "c");

    assertThat(hub.deliver(subscription, signature, document("/" + id, "forged"))).isEqualTo(202);

    assertThat(Instant.parse(status(id).path("nextFetchAt").stringValue()))
        .as("it is asked sooner")
        .isBefore(backup);
    await().atMost(SOON).until(() -> door.submitted(id).size() == 3);
    assertThat(door.submitted(id))
        .extracting(it -> it.getItemId().orElseThrow())
        .doesNotContain("forged");
  }

  @Test
  void hintsDoNotMakeUsAskBeforeTheOriginWantsIt() {
    feed("/fresh", "a");
    Reply fresh = Reply.feed(document("/fresh", "a"));
    Map<String, String> headers = new java.util.TreeMap<>(fresh.headers());
    headers.put("Cache-Control", "max-age=3600");
    origin.answers("/fresh", new Reply(200, headers, fresh.body()));
    register("fresh", "/fresh");
    Hub.Request subscription = subscribed("fresh");
    Instant notBefore = Instant.now().plusSeconds(3500);

    for (int i = 0; i < 20; i++) {
      assertThat(hub.deliver(subscription, null, "ping")).isEqualTo(202);
    }

    assertThat(Instant.parse(status("fresh").path("nextFetchAt").stringValue())).isAfter(notBefore);
    assertThat(origin.asked("/fresh")).hasSize(1);
  }

  @Test
  void aHugePushIsNotRead() {
    feed("/huge", "a");
    register("huge", "/huge");
    Hub.Request subscription = subscribed("huge");

    int status = hub.deliver(subscription, null, "<rss>" + "x".repeat(11 * 1024 * 1024));

    assertThat(status).isEqualTo(413);
    assertThat(push("huge")).contains("larger than any feed should be");
    assertThat(door.submitted("huge")).hasSize(1);
  }

  @Test
  void aLeaseThatRanOutEndsTheHubsWord() {
    hub.leaseSeconds = "1";
    feed("/short", "a");
    register("short", "/short");
    Hub.Request subscription = subscribed("short");

    await().atMost(SOON).until(() -> push("short").contains("run out"));

    assertThat(hub.push(subscription, "sha256", document("/short", "b"))).isEqualTo(202);
    assertThat(door.submitted("short")).hasSize(1);
  }

  @Test
  void aQuestionAboutAnotherFeedIsNotAnsweredAsTheHubWants() {
    hub.manner = Manner.ASKS_ABOUT_ANOTHER;
    feed("/another", "a");
    register("another", "/another");

    await().atMost(SOON).until(() -> !hub.requests("subscribe").isEmpty());

    assertThat(hub.subscription().answered()).isEqualTo(404);
    assertThat(push("another")).contains("has not asked back yet");
  }

  @Test
  void pathsThatNobodyWasGivenLeadNowhere() {
    String path = "/websub/" + "A".repeat(43);
    String question = "?hub.mode=subscribe&hub.topic=x&hub.challenge=y";

    assertThat(door.call("GET", path + question, Map.of(), null).status()).isEqualTo(404);
    assertThat(door.call("POST", path, Map.of(), FrontDoor.utf8("<rss/>")).status()).isEqualTo(410);
    assertThat(door.call("GET", "/websub/x" + question, Map.of(), null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "GONE, no hub at this address any more (410)",
    "REFUSES, does not serve us (403): members only",
    "REDIRECTS_INSIDE, leads into a network we do not call",
  })
  void aHubThatDoesNotServeUsIsNamedInWordsAndTheFeedIsPolledAsUsual(Manner manner, String words) {
    hub.manner = manner;
    String id = manner.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    feed("/" + id, "a");
    register(id, "/" + id);

    await().atMost(SOON).untilAsserted(() -> assertThat(push(id)).contains(words));

    assertThat(hub.requests("subscribe").size()).isLessThanOrEqualTo(1);
    assertThat(door.submitted(id)).hasSize(1);
  }

  @Test
  void aHubThatSendsUsOnIsFollowed() {
    hub.manner = Manner.REDIRECTS;
    feed("/sent-on", "a");
    register("sent-on", "/sent-on");

    assertThat(subscribed("sent-on").answered()).isEqualTo(200);
  }

  @Test
  void aHubInsideOurNetworkIsNotCalled() {
    String xml = document("/inside", "a").replace(hub.address(), "http://10.1.2.3/hub");
    origin.answers("/inside", Reply.feed(xml));
    register("inside", "/inside");

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(push("inside")).contains("leads into a network we do not call"));
  }

  @Test
  void aHubThatStopsPushingIsFoundOutByPolling() {
    feed("/dead", "a");
    register("dead", "/dead");
    Hub.Request subscription = subscribed("dead");
    hub.push(subscription, "sha256", document("/dead", "b"));
    poll("dead");
    assertThat(push("dead")).contains("polled now and then");

    feed("/dead", "a", "b", "c");
    poll("dead");
    feed("/dead", "a", "b", "c", "d");
    poll("dead");

    assertThat(push("dead")).contains("not trusted").contains("polled as usual");
    assertThat(door.submitted("dead")).hasSize(4);
  }

  @Test
  void aSourceThatIsTakenOffIsEndedAtTheHub() {
    feed("/removed", "a");
    register("removed", "/removed");
    Hub.Request subscription = subscribed("removed");

    door.operator("DELETE", "/api/admin/sources/removed", null).expect(204);

    await().atMost(SOON).until(() -> !hub.requests("unsubscribe").isEmpty());
    assertThat(hub.requests("unsubscribe").getFirst().answered()).isEqualTo(200);
    assertThat(hub.push(subscription, "sha256", document("/removed", "b"))).isEqualTo(410);
    assertThat(door.submitted("removed")).hasSize(1);
  }

  @Test
  void aFeedThatNamesAnotherHubIsEndedAtTheFirst() {
    try (var second = new Hub()) {
      feed("/moves", "a");
      register("moves", "/moves");
      subscribed("moves");
      origin.answers(
          "/moves", Reply.feed(document("/moves", "a").replace(hub.address(), second.address())));

      poll("moves");

      await().atMost(SOON).until(() -> !second.requests("subscribe").isEmpty());
      await().atMost(SOON).until(() -> !hub.requests("unsubscribe").isEmpty());
    }
  }

  @Test
  void withoutAPublicAddressOperatorsAreToldThatWebSubIsOff() {
    feed("/off", "a");
    FrontDoor off = FrontDoor.shared();
    off.operator("POST", "/api/admin/sources", body("websub-off", "/off")).expect(201);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(
                    off.operator("GET", "/api/admin/sources/websub-off", null)
                        .json()
                        .path("feed")
                        .path("push")
                        .asString(""))
                .contains("WebSub is off")
                .contains("SYNDICATE_INGEST_PUBLIC_ADDRESS")
                .contains(hub.address()));
    assertThat(hub.requests("subscribe")).isEmpty();
  }

  private void feed(String path, String... items) {
    origin.answers(path, Reply.feed(document(path, items)));
  }

  private String document(String path, String... items) {
    String links =
        "<atom:link rel=\"hub\" href=\"%s\"/><atom:link rel=\"self\" href=\"%s\"/>"
            .formatted(hub.address(), origin.address(path));
    String[] all =
        List.of(items).stream()
            .map(it -> Origin.item(it, "Story " + it, ""))
            .toArray(String[]::new);
    return Origin.rss(all)
        .replace("<rss ", "<rss xmlns:atom=\"http://www.w3.org/2005/Atom\" ")
        .replace("<channel>", "<channel>" + links);
  }

  private void register(String id, String path) {
    door.operator("POST", "/api/admin/sources", body(id, path)).expect(201);
  }

  private String body(String id, String path) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"FEED\",\"feedUrl\":\"%s\"}"
        .formatted(id, id, origin.address(path));
  }

  // Verified, and polled after that, so that what is new from here on is the hub's to push.
  private Hub.Request subscribed(String id) {
    await().atMost(SOON).until(() -> !hub.requests("subscribe").isEmpty());
    Hub.Request it = hub.subscription();
    assertThat(it.answered()).as(it.echo()).isEqualTo(200);
    if (!status(id).path("nextFetchAt").asString("").isEmpty()) {
      door.operator("POST", "/api/admin/sources/" + id + "/poll", "{}");
    }
    return it;
  }

  private void poll(String id) {
    door.operator("POST", "/api/admin/sources/" + id + "/poll", "{}").expect(200);
  }

  private String push(String id) {
    return status(id).path("push").asString("");
  }

  private JsonNode status(String id) {
    return door.operator("GET", "/api/admin/sources/" + id, null).json().path("feed");
  }
}
