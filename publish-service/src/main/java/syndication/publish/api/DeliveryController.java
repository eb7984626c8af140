package syndication.publish.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.SiteState;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.DeliveryLog;
import syndication.publish.delivery.DeliveryLog.Entry;
import syndication.publish.delivery.DeliveryLog.Query;
import syndication.publish.delivery.DeliveryLog.Resend;
import syndication.publish.delivery.Engine;
import syndication.publish.delivery.LaneStatus;
import syndication.publish.delivery.Payload;
import syndication.publish.replay.Archive;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;

/// What became of deliveries, for operators.
@RestController
@RequestMapping("/api/admin")
final class DeliveryController {

  private static final int PAGE = 100;
  private static final Set<String> STATES =
      Set.of("parked", "delivered", "superseded", "dead-lettered");

  private final DeliveryLog log;
  private final Engine engine;
  private final Subscriptions subscriptions;
  private final Archive archive;
  private final SiteState site;
  private final InstantSource clock;

  DeliveryController(
      DeliveryLog log,
      Engine engine,
      Subscriptions subscriptions,
      Archive archive,
      SiteState site,
      InstantSource clock) {
    this.log = log;
    this.engine = engine;
    this.subscriptions = subscriptions;
    this.archive = archive;
    this.site = site;
    this.clock = clock;
  }

  record DeliveryView(@JsonUnwrapped Entry entry, List<DeliveryLog.AttemptEntry> attemptLog) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CountsView(@JsonUnwrapped DeliveryLog.Counts counts, @Nullable LaneStatus lane) {}

  @GetMapping("/deliveries")
  Items<Entry> list(
      @RequestParam(required = false) @Nullable String partner,
      @RequestParam(required = false) @Nullable String subscription,
      @RequestParam(required = false) @Nullable String article,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String after) {
    String wanted = orNull(state);
    if (wanted != null && !STATES.contains(wanted)) {
      throw new IllegalArgumentException("state: " + state + " (expected: one of " + STATES + ")");
    }
    List<Entry> entries =
        log.list(
            new Query(orNull(partner), orNull(subscription), orNull(article), wanted),
            time(orNull(after)),
            PAGE);
    return new Items<>(
        entries, entries.size() < PAGE ? null : entries.getLast().updatedAt().toString());
  }

  @GetMapping("/deliveries/{id}")
  DeliveryView one(@PathVariable String id) {
    Entry entry = log.find(id).orElseThrow(() -> new NotThereException("delivery", id));
    return new DeliveryView(entry, log.attempts(id));
  }

  @PostMapping("/deliveries/{id}/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Map<String, Object> resend(@PathVariable String id) {
    switch (log.resend(id, clock.instant())) {
      case Resend.Parked(String subscriptionId) -> engine.wake(subscriptionId);
      case Resend.FromLog it -> resend(id, it);
      case Resend.Superseded(String reason) ->
          throw new ConflictException("delivery %s is not sent again: %s".formatted(id, reason));
      case Resend.Unknown _ -> throw new NotThereException("delivery", id);
    }
    return Map.of("deliveryId", id, "state", "parked");
  }

  @GetMapping("/delivery-counts")
  Items<CountsView> counts() {
    Map<String, LaneStatus> lanes =
        engine.lanes().stream()
            .collect(Collectors.toMap(LaneStatus::subscriptionId, Function.identity()));
    return Items.all(
        log.counts().stream()
            .map(it -> new CountsView(it, lanes.get(it.subscriptionId())))
            .toList());
  }

  /// What this service knows of one article.
  @GetMapping("/articles/{articleId}")
  Map<String, Object> trace(@PathVariable String articleId) {
    List<Entry> entries = log.list(new Query(null, null, articleId, null), null, PAGE);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("articleId", articleId);
    answer.put("site", site.of(articleId).map(DeliveryController::onSite).orElse(Map.of()));
    answer.put(
        "deliveries", entries.stream().filter(it -> !it.state().equals("delivered")).toList());
    answer.put("receipts", entries.stream().filter(it -> it.state().equals("delivered")).toList());
    return answer;
  }

  private void resend(String id, Resend.FromLog it) {
    Subscription subscription =
        subscriptions
            .find(it.subscriptionId())
            .orElseThrow(() -> new NotThereException("subscription", it.subscriptionId()));
    var position = it.position();
    PublishedArticle article =
        position == null ? null : archive.at(position, it.articleId()).orElse(null);
    if (article == null) {
      throw new ConflictException(
          "delivery %s is not sent again: a later state of the article took its place"
              .formatted(id));
    }
    engine.resend(Delivery.of(subscription, it.type(), Payload.of(article, position)));
  }

  private static Map<String, Object> onSite(PublishedArticle it) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("revision", it.version().revision());
    view.put("enrichment", it.version().enrichment());
    view.put("status", it.status().name().toLowerCase(Locale.ROOT));
    view.put("kind", it.kind());
    view.put("headline", it.headline());
    view.put("sourceId", it.origin().sourceId());
    view.put("language", it.language());
    view.put("receivedAt", it.trace().receivedAt());
    view.put("enrichedAt", it.trace().enrichedAt());
    view.put("traceId", it.trace().traceId());
    return view;
  }

  private static @Nullable String orNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }

  private static @Nullable Instant time(@Nullable String value) {
    try {
      return value == null ? null : Instant.parse(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("after: " + value + " (expected: the value of next)", e);
    }
  }
}
