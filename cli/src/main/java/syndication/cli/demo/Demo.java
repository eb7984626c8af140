package syndication.cli.demo;

import static syndication.cli.api.ServiceApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import syndication.cli.api.ApiException;
import syndication.cli.api.ServiceApi;
import syndication.cli.demo.DemoPartner.Taken;
import syndication.cli.kafka.EnrichedHistory;

/// A short story in four scenes: articles come in and go out, one is corrected, one is withdrawn,
/// and the accounts balance. Whatever does not happen in time ends it loudly.
public final class Demo {

  private static final Duration HAPPENS_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final int GONE = 410;
  private static final int OK = 200;

  private final ServiceApi ingest;
  private final ServiceApi publish;
  private final URI site;
  private final EnrichedHistory enriched;
  private final PrintStream out;
  private final InstantSource clock;
  private final HttpClient reader =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  /// @param site the address that readers use, without a slash at the end
  /// @param enriched where the demo looks up what cleaning dropped
  public Demo(
      ServiceApi ingest,
      ServiceApi publish,
      URI site,
      EnrichedHistory enriched,
      PrintStream out,
      InstantSource clock) {
    this.ingest = ingest;
    this.publish = publish;
    this.site = site;
    this.enriched = enriched;
    this.out = out;
    this.clock = clock;
  }

  /// @throws DemoFailedException when something in the story does not happen
  public void tell() {
    int run = nextRun();
    String feedSource = "demo-gazette-" + run;
    String pushSource = "demo-desk-" + run;
    String partnerId = "demo-reader-" + run;
    try (var origin = new DemoOrigin();
        var partner = new DemoPartner(clock)) {
      var texts = new DemoTexts(run, origin.address());
      scene(1, "A newspaper, its newsroom and a partner");
      open(origin, texts);
      addFeed(feedSource, origin);
      String key = addNewsroom(pushSource);
      String subscription = subscribe(partnerId, partner, List.of(feedSource, pushSource));
      try {
        String ferryUrl = origin.address() + "/" + texts.slug("ferry");
        Instant begun = clock.instant();
        scene(2, "Four articles come in, and go out clean");
        poll(feedSource, origin);
        push(key, "text/html; charset=utf-8", ferryUrl, texts.ferryPage());
        push(
            key,
            "text/plain; charset=utf-8",
            origin.address() + "/" + texts.slug("museum"),
            texts.museumText());
        Taken bridge = arrives(partner, texts.bridgeHeadline(), begun);
        arrives(partner, texts.stormHeadline(), begun);
        Taken ferry = arrives(partner, texts.ferryHeadline(), begun);
        arrives(partner, texts.museumHeadline(), begun);

        scene(3, "The newspaper corrects one article and withdraws another");
        correct(feedSource, origin, texts, partner, bridge);
        withdraw(key, ferryUrl, partner, ferry);

        scene(4, "The accounts");
        account(feedSource);
        account(pushSource);
      } finally {
        // The origin and the partner end with this program: nobody should go on calling them.
        rest(feedSource, subscription);
      }
    }
    end(feedSource);
  }

  private int nextRun() {
    return 1
        + (int)
            ingest.items("/api/admin/sources").stream()
                .filter(it -> it.path("id").asText().startsWith("demo-gazette-"))
                .count();
  }

  private void open(DemoOrigin origin, DemoTexts texts) {
    Instant now = clock.instant();
    origin.publish(
        texts.slug("bridge"), texts.bridgeHeadline(), texts.bridge(), now.minusSeconds(3600));
    origin.publish(
        texts.slug("storm"), texts.stormHeadline(), texts.storm(), now.minusSeconds(1800));
    origin.publishPage(texts.slug("ferry"), texts.ferryPage());
    say("origin        %s, a feed of two articles".formatted(origin.feedUrl()));
  }

  private void addFeed(String id, DemoOrigin origin) {
    ObjectNode source =
        object()
            .put("id", id)
            .put("name", "Harbour Gazette")
            .put("kind", "FEED")
            .put("feedUrl", origin.feedUrl())
            .put("homepage", origin.address())
            .put("language", "en");
    source.set("rights", object().put("holder", "Harbour Gazette").put("syndication", "YES"));
    ingest.post("/api/admin/sources", source);
    say("source        %s, its feed is polled".formatted(id));
  }

  private String addNewsroom(String id) {
    ObjectNode source =
        object().put("id", id).put("name", "Harbour Gazette, newsroom").put("kind", "API");
    source.set("rights", object().put("holder", "Harbour Gazette").put("syndication", "YES"));
    JsonNode answer = ingest.post("/api/admin/sources", source);
    say("source        %s, sends pages by itself with an API key".formatted(id));
    return answer.path("apiKey").asText();
  }

  private String subscribe(String id, DemoPartner partner, List<String> sources) {
    publish.post("/api/admin/partners", object().put("id", id).put("name", "Demo reader"));
    ObjectNode subscription = object().put("endpoint", partner.endpoint());
    var wanted = subscription.putObject("filter").putArray("sources");
    sources.forEach(wanted::add);
    JsonNode answer =
        publish.post("/api/admin/partners/" + encoded(id) + "/subscriptions", subscription);
    partner.verifyWith(answer.path("secret").asText());
    say("partner       %s, webhooks to %s".formatted(id, partner.endpoint()));
    JsonNode nested = answer.path("subscription").path("id");
    return nested.isMissingNode() ? answer.path("id").asText() : nested.asText();
  }

  private void poll(String source, DemoOrigin origin) {
    int before = origin.feedReads();
    await(
        "the feed is polled",
        () -> origin.feedReads() > before || polled(source),
        "./syndicate sources show " + source);
  }

  // Refused while the feed is polled by itself just now, or was a moment ago.
  private boolean polled(String source) {
    try {
      ingest.post("/api/admin/sources/" + encoded(source) + "/poll", object());
      return true;
    } catch (ApiException e) {
      if (e.unavailable() || e.notFound()) {
        throw e;
      }
      return false;
    }
  }

  private void push(String key, String type, String url, String body) {
    ingest.send(
        "POST",
        "/api/articles?url=" + encoded(url),
        type,
        body.getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + key));
  }

  private Taken arrives(DemoPartner partner, String headline, Instant begun) {
    Taken taken =
        await(
            "\"" + headline + "\" reaches the partner",
            () -> {
              requireGenuine(partner);
              return partner.first(
                  it -> it.type().equals("article.published") && it.headline().equals(headline));
            },
            "./syndicate status, ./syndicate quarantine list");
    String id = taken.articleId();
    JsonNode event =
        enriched.of(id, begun.minusSeconds(60)).stream()
            .map(it -> it.path("event"))
            .filter(it -> !it.isMissingNode())
            .findFirst()
            .orElseThrow(() -> new DemoFailedException(id + " is not on articles.enriched"));
    ArticleCard.lines(event).forEach(out::println);
    say(
        "  partner     %s, signature verified, %d ms after it was received"
            .formatted(
                taken.type(),
                Duration.between(
                        Instant.parse(event.at("/article/provenance/receivedAt").asText()),
                        taken.at())
                    .toMillis()));
    say("  site        %s".formatted(page(id)));
    requireOnSite(id, headline);
    return taken;
  }

  private void correct(
      String source, DemoOrigin origin, DemoTexts texts, DemoPartner partner, Taken bridge) {
    Instant corrected = clock.instant();
    origin.publish(
        texts.slug("bridge"),
        texts.bridgeHeadline(),
        texts.bridgeCorrected(),
        corrected.minusSeconds(3600));
    poll(source, origin);
    Taken update =
        await(
            "the correction reaches the partner",
            () -> {
              requireGenuine(partner);
              return partner.first(it ->
                  it.type().equals("article.updated") && it.articleId().equals(bridge.articleId()));
            },
            "./syndicate trace " + bridge.articleId());
    out.println();
    say("corrected     %s".formatted(bridge.headline()));
    say(
        "  partner     %s, revision %s, signature verified"
            .formatted(update.type(), update.article().path("version").asText()));
    await(
        "the site shows the correction",
        () -> read(page(bridge.articleId())).body().contains(texts.correctionNote()),
        page(bridge.articleId()));
    say("  site        \"%s\"".formatted(texts.correctionNote()));
  }

  private void withdraw(String key, String url, DemoPartner partner, Taken ferry) {
    Instant asked = clock.instant();
    ingest.send(
        "POST",
        "/api/articles/withdrawals",
        "application/json",
        object()
            .put("url", url)
            .put("action", "KILL")
            .put("note", "The operator has denied the report.")
            .toString()
            .getBytes(StandardCharsets.UTF_8),
        Map.of("Authorization", "Bearer " + key));
    Taken withdrawn =
        await(
            "the withdrawal reaches the partner",
            () -> {
              requireGenuine(partner);
              return partner.first(it ->
                  it.type().equals("article.withdrawn")
                      && it.articleId().equals(ferry.articleId()));
            },
            "./syndicate trace " + ferry.articleId());
    out.println();
    say("withdrawn     %s".formatted(ferry.headline()));
    say(
        "  partner     %s, signature verified, after %d ms"
            .formatted(withdrawn.type(), Duration.between(asked, withdrawn.at()).toMillis()));
    await(
        "the site answers 410",
        () -> read(page(ferry.articleId())).statusCode() == GONE,
        page(ferry.articleId()));
    say("  site        %s answers 410, gone".formatted(page(ferry.articleId())));
  }

  private void account(String source) {
    JsonNode counts =
        await(
            "the accounts of " + source + " are settled",
            () ->
                ingest.items("/api/admin/counts").stream()
                    .filter(it -> it.path("sourceId").asText().equals(source))
                    .filter(it -> it.path("pending").asLong() == 0)
                    .findFirst(),
            "./syndicate status");
    long received = counts.path("received").asLong();
    long sum =
        List.of("published", "unchanged", "held", "quarantined", "rejected").stream()
            .mapToLong(it -> counts.path(it).asLong())
            .sum();
    say(
        "%-16s received %d = published %d + unchanged %d + held %d + quarantined %d + rejected %d"
            .formatted(
                source,
                received,
                counts.path("published").asLong(),
                counts.path("unchanged").asLong(),
                counts.path("held").asLong(),
                counts.path("quarantined").asLong(),
                counts.path("rejected").asLong()));
    if (received != sum || received == 0) {
      throw new DemoFailedException(
          "The accounts of %s do not balance: %s. See ./syndicate status"
              .formatted(source, counts));
    }
  }

  private void rest(String feedSource, String subscription) {
    ingest.patch("/api/admin/sources/" + encoded(feedSource), object().put("state", "PAUSED"));
    publish.post("/api/admin/subscriptions/" + encoded(subscription) + "/pause", object());
  }

  private void end(String source) {
    out.println();
    say("That was it. The source and the subscription of this demo are paused; all else goes on.");
    say("  read        %s/".formatted(site));
    say("  look        ./syndicate status, ./syndicate sources show %s".formatted(source));
    say("  follow      ./syndicate watch articles.enriched --last 2");
    say("  stop        ./syndicate down (data is kept), ./syndicate down --erase --yes");
  }

  private void requireOnSite(String id, String headline) {
    await(
        "the site shows \"" + headline + "\"",
        () -> {
          HttpResponse<String> page = read(page(id));
          return page.statusCode() == OK;
        },
        page(id));
  }

  private static void requireGenuine(DemoPartner partner) {
    if (!partner.refused().isEmpty()) {
      throw new DemoFailedException(
          "The partner did not believe a delivery: " + partner.refused().getFirst());
    }
  }

  private String page(String articleId) {
    return site + "/articles/" + articleId.replace("urn:uuid:", "");
  }

  private HttpResponse<String> read(String address) {
    try {
      return reader.send(
          HttpRequest.newBuilder(URI.create(address)).timeout(HAPPENS_WITHIN).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new DemoFailedException(address + " does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailedException("interrupted");
    }
  }

  private void await(String what, BooleanSupplier happened, String look) {
    await(what, () -> happened.getAsBoolean() ? Optional.of(true) : Optional.empty(), look);
  }

  private <T> T await(String what, Supplier<Optional<T>> happened, String look) {
    long deadline = System.nanoTime() + HAPPENS_WITHIN.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<T> it = happened.get();
      if (it.isPresent()) {
        return it.get();
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    throw new DemoFailedException(
        "This did not happen within %d s: %s. Look at: %s"
            .formatted(HAPPENS_WITHIN.toSeconds(), what, look));
  }

  private void scene(int number, String title) {
    out.println();
    out.println(number + ". " + title);
    out.println();
  }

  private void say(String line) {
    out.println("   " + line);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
