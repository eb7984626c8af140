package syndication.publish.api;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import syndication.publish.address.EndpointCheck;
import syndication.publish.delivery.Engine;
import syndication.publish.partner.Partners;
import syndication.publish.replay.Replay;
import syndication.publish.replay.ReplayRunner;
import syndication.publish.replay.Replays;
import syndication.publish.signing.Scheme;
import syndication.publish.signing.SigningSecret;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;

/// Subscriptions, for operators.
@RestController
@RequestMapping("/api/admin")
final class SubscriptionController {

  /// How long partners have to change to a new secret.
  private static final Duration OVERLAP = Duration.ofHours(24);

  /// A short replay is done before the answer.
  private static final Duration WAIT_FOR_REPLAY = Duration.ofSeconds(3);

  private static final int ID_BYTES = 8;

  private final Partners partners;
  private final Subscriptions subscriptions;
  private final Engine engine;
  private final ReplayRunner replayRunner;
  private final Replays replays;
  private final EndpointCheck endpoints;
  private final InstantSource clock;
  private final RandomGenerator random;

  SubscriptionController(
      Partners partners,
      Subscriptions subscriptions,
      Engine engine,
      ReplayRunner replayRunner,
      Replays replays,
      EndpointCheck endpoints,
      InstantSource clock,
      RandomGenerator random) {
    this.partners = partners;
    this.subscriptions = subscriptions;
    this.engine = engine;
    this.replayRunner = replayRunner;
    this.replays = replays;
    this.endpoints = endpoints;
    this.clock = clock;
    this.random = random;
  }

  record ReplayRequest(
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable String articleId,
      @Nullable Boolean dryRun) {}

  @GetMapping("/partners/{partnerId}/subscriptions")
  Items<SubscriptionView> of(@PathVariable String partnerId) {
    requirePartner(partnerId);
    return Items.all(subscriptions.of(partnerId).stream().map(SubscriptionView::of).toList());
  }

  @PostMapping("/partners/{partnerId}/subscriptions")
  @ResponseStatus(HttpStatus.CREATED)
  SubscriptionView add(@PathVariable String partnerId, @RequestBody SubscriptionRequest request) {
    requirePartner(partnerId);
    List<Scheme> schemes = request.schemesOr(List.of(Scheme.V1));
    var subscription =
        new Subscription(
            "sub_" + id(),
            partnerId,
            request.endpointOr(null),
            request.filterOr(Filter.EVERYTHING),
            Subscription.Ordering.PER_ARTICLE,
            schemes,
            schemes.stream().map(it -> SigningSecret.generate(it, random)).toList(),
            request.rateLimitPerSecond(),
            Boolean.TRUE.equals(request.collapseDuplicates()),
            new Subscription.State.Active(),
            clock.instant());
    requireAllowed(subscription.endpoint());
    if (!subscriptions.add(subscription)) {
      throw new NotThereException("partner", partnerId);
    }
    engine.reload();
    return SubscriptionView.of(subscription, newSecret(subscription.secrets()), null);
  }

  @GetMapping("/subscriptions/{id}")
  SubscriptionView one(@PathVariable String id) {
    return SubscriptionView.of(find(id));
  }

  @PatchMapping("/subscriptions/{id}")
  SubscriptionView change(@PathVariable String id, @RequestBody SubscriptionRequest request) {
    Subscription before = find(id);
    Double perSecond =
        request.rateLimitPerSecond() == null
            ? before.rateLimitPerSecond()
            : request.rateLimitPerSecond();
    var changed =
        new Subscription(
            id,
            before.partnerId(),
            request.endpointOr(before.endpoint()),
            request.filterOr(before.filter()),
            before.ordering(),
            request.schemesOr(before.schemes()),
            before.secrets(),
            perSecond,
            request.collapseDuplicates() == null
                ? before.collapseDuplicates()
                : request.collapseDuplicates(),
            before.state(),
            before.createdAt());
    if (!changed.endpoint().equals(before.endpoint())) {
      requireAllowed(changed.endpoint());
    }
    List<SigningSecret> added = secretsFor(changed);
    subscriptions.change(changed);
    added.forEach(it -> subscriptions.rotate(id, it, clock.instant(), clock.instant()));
    engine.reload();
    return SubscriptionView.of(find(id), newSecret(added), null);
  }

  @DeleteMapping("/subscriptions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id) {
    if (!subscriptions.remove(id)) {
      throw new NotThereException("subscription", id);
    }
    engine.reload();
  }

  @PostMapping("/subscriptions/{id}/pause")
  SubscriptionView pause(@PathVariable String id) {
    return changeState(id, new Subscription.State.Paused(clock.instant()));
  }

  @PostMapping("/subscriptions/{id}/resume")
  SubscriptionView resume(@PathVariable String id) {
    return changeState(id, new Subscription.State.Active());
  }

  @PostMapping("/subscriptions/{id}/rotate-secret")
  SubscriptionView rotate(@PathVariable String id) {
    Subscription before = find(id);
    Instant now = clock.instant();
    Instant until = now.plus(OVERLAP);
    List<SigningSecret> added =
        before.schemes().stream().map(it -> SigningSecret.generate(it, random)).toList();
    added.forEach(it -> subscriptions.rotate(id, it, now, until));
    engine.reload();
    return SubscriptionView.of(find(id), newSecret(added), until);
  }

  @PostMapping("/subscriptions/{id}/test")
  Map<String, Object> test(@PathVariable String id) {
    return TestEvents.send(engine, find(id), clock.instant(), id());
  }

  @PostMapping("/subscriptions/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Replay replay(@PathVariable String id, @RequestBody ReplayRequest request)
      throws InterruptedException {
    find(id);
    var replay =
        new Replay(
            "replay_" + id(),
            id,
            request.since() == null ? Instant.EPOCH : request.since(),
            request.until(),
            request.articleId(),
            Boolean.TRUE.equals(request.dryRun()),
            Replay.State.RUNNING,
            0,
            0,
            clock.instant());
    replayRunner.order(replay);
    Instant end = clock.instant().plus(WAIT_FOR_REPLAY);
    Replay now = replay;
    while (now.state() == Replay.State.RUNNING && clock.instant().isBefore(end)) {
      Thread.sleep(Duration.ofMillis(50));
      now = replays.find(replay.id()).orElse(replay);
    }
    return now;
  }

  @GetMapping("/replays/{id}")
  Replay replay(@PathVariable String id) {
    return replays.find(id).orElseThrow(() -> new NotThereException("replay", id));
  }

  private SubscriptionView changeState(String id, Subscription.State state) {
    if (!subscriptions.changeState(id, state)) {
      throw new NotThereException("subscription", id);
    }
    engine.reload();
    return one(id);
  }

  // A scheme that is new to the subscription needs a key.
  private List<SigningSecret> secretsFor(Subscription changed) {
    List<SigningSecret> added = new ArrayList<>();
    for (Scheme scheme : changed.schemes()) {
      if (changed.secrets().stream().noneMatch(it -> it.scheme() == scheme)) {
        added.add(SigningSecret.generate(scheme, random));
      }
    }
    return added;
  }

  private static @Nullable String newSecret(List<SigningSecret> secrets) {
    return secrets.stream()
        .filter(it -> it.scheme() == Scheme.V1)
        .map(SigningSecret::text)
        .findFirst()
        .orElse(null);
  }

  private Subscription find(String id) {
    return subscriptions.find(id).orElseThrow(() -> new NotThereException("subscription", id));
  }

  private void requirePartner(String id) {
    if (partners.find(id).isEmpty()) {
      throw new NotThereException("partner", id);
    }
  }

  private void requireAllowed(URI endpoint) {
    endpoints
        .refusal(endpoint)
        .ifPresent(reason -> {
          throw new IllegalArgumentException(
              "endpoint: %s (expected: a public address, or one that SYNDICATE_PUBLISH_ADDRESS_ALLOW lets in; %s)"
                  .formatted(endpoint, reason));
        });
  }

  private String id() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
