package syndication.ingest.polling;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import syndication.ingest.politeness.BotProtection;
import syndication.ingest.politeness.FailureClass;
import syndication.ingest.politeness.Freshness;
import syndication.ingest.politeness.Origins;
import syndication.ingest.politeness.PollPolicy;
import syndication.ingest.politeness.RobotsTxt;
import syndication.ingest.politeness.Validators;
import syndication.ingest.polling.Fetcher.Fetched;

/// Fetches one address as the origin wants it: robots.txt first, one request at a time to an origin
/// and no sooner than it asks, and each redirect as a request of its own.
final class PoliteFetch {

  private static final int HOPS_MAX = 5;
  private static final int WORDS_BYTES_MAX = 4096;

  /// RFC 9309: a copy of robots.txt should not be used for longer.
  private static final Duration ROBOTS_FOR = Duration.ofHours(24);

  /// When robots.txt could not be had because the origin is in trouble.
  private static final Duration ROBOTS_AGAIN_AFTER = Duration.ofMinutes(30);

  private static final Duration LOCAL_ROBOTS_AGAIN_AFTER = Duration.ofSeconds(5);

  /// For the next hop of a passing redirect; well within the lease of a visit.
  private static final Duration HOP_WAIT_MAX = Duration.ofSeconds(30);

  /// After one address of an origin called us too fast, its other addresses rest as well; that one
  /// waits for all of its Retry-After.
  private static final Duration ORIGIN_REST_MAX = Duration.ofMinutes(10);

  private final Fetcher fetcher;
  private final Origins origins;
  private final InstantSource clock;
  private final String product;
  private final Duration originGap;

  PoliteFetch(
      Fetcher fetcher, Origins origins, InstantSource clock, String product, Duration originGap) {
    this.fetcher = fetcher;
    this.origins = origins;
    this.clock = clock;
    this.product = product;
    this.originGap = originGap;
  }

  /// What fetching came to.
  sealed interface Outcome {
    /// @param response 200, or 304
    /// @param address where the answer came from in the end
    /// @param movedTo where the address has moved for good, or `null`
    record Got(Fetched.Response response, URI address, @Nullable URI movedTo, Freshness freshness)
        implements Outcome {}

    record Failed(FailureClass failure, String words, Freshness freshness) implements Outcome {}

    /// It is somebody else's turn.
    ///
    /// @param movedTo where the address turned out to have moved for good, to go on there, or
    ///   `null`
    record Wait(Instant until, @Nullable URI movedTo) implements Outcome {}
  }

  Outcome fetch(URI address, Validators validators, String accept, int bytesMax) {
    Set<URI> seen = new HashSet<>();
    URI at = address;
    URI movedTo = null;
    boolean forGood = true;
    for (int hop = 0; hop <= HOPS_MAX && seen.add(at); hop++) {
      Optional<Outcome> refusal = turn(at);
      while (refusal.isPresent()) {
        if (!(refusal.get() instanceof Outcome.Wait wait)) {
          return refusal.get();
        }
        if (hop == 0 || at.equals(movedTo) || !waited(wait.until())) {
          return new Outcome.Wait(wait.until(), movedTo);
        }
        refusal = turn(at);
      }
      Fetched fetched = fetcher.get(new Fetcher.Request(at, validators, accept, bytesMax));
      if (fetched instanceof Fetched.Failed it) {
        return new Outcome.Failed(it.failure(), it.words(), Freshness.NONE);
      }
      var response = (Fetched.Response) fetched;
      Freshness freshness = Freshness.of(response.headers(), clock.instant());
      if (!isRedirect(response.status())) {
        return answered(at, response, movedTo, freshness);
      }
      URI next = target(at, response.headers().get("location"));
      if (next == null) {
        return new Outcome.Failed(
            FailureClass.REDIRECT, "a redirect without an address we can follow", freshness);
      }
      forGood = forGood && (response.status() == 301 || response.status() == 308);
      movedTo = forGood ? next : movedTo;
      at = next;
    }
    return new Outcome.Failed(
        FailureClass.REDIRECT,
        "more than %d redirects, or in circles".formatted(HOPS_MAX),
        Freshness.NONE);
  }

  // A passing redirect is followed within the visit, as the next visit would only be sent here
  // again.
  private boolean waited(Instant until) {
    Duration wait = Duration.between(clock.instant(), until);
    if (wait.compareTo(HOP_WAIT_MAX) > 0 || Thread.currentThread().isInterrupted()) {
      return false;
    }
    LockSupport.parkNanos(Math.max(1, wait.toNanos()));
    return true;
  }

  private Outcome answered(
      URI at, Fetched.Response response, @Nullable URI movedTo, Freshness freshness) {
    int status = response.status();
    int shown = Math.min(response.body().length, WORDS_BYTES_MAX);
    String start = new String(response.body(), 0, shown, StandardCharsets.ISO_8859_1);
    Optional<String> bot = BotProtection.named(status, response.headers(), start);
    if (bot.isPresent()) {
      return new Outcome.Failed(
          FailureClass.BOT_PROTECTION, "%s answered %d".formatted(bot.get(), status), freshness);
    }
    if (status == 200 || status == 304) {
      return new Outcome.Got(response, at, movedTo, freshness);
    }
    Instant retry = freshness.retryAfter();
    if (status == 429 && retry != null) {
      Instant rest = clock.instant().plus(ORIGIN_REST_MAX);
      origins.closedUntil(origin(at), retry.isBefore(rest) ? retry : rest);
    }
    return new Outcome.Failed(
        FailureClass.ofStatus(status), "it answered %d".formatted(status), freshness);
  }

  // Our turn at the origin, with its robots.txt known and allowing it; else what to do instead.
  private Optional<Outcome> turn(URI address) {
    String origin = origin(address);
    boolean local = PollPolicy.isLocal(address);
    Optional<Origins.Robots> known = origins.robots(origin, clock.instant());
    if (known.isEmpty()) {
      Optional<Instant> wait =
          origins.take(origin, clock.instant(), local ? Duration.ZERO : originGap);
      if (wait.isPresent()) {
        return Optional.of(new Outcome.Wait(wait.get(), null));
      }
      known = Optional.of(readRobots(origin, local));
      if (!local) {
        // The request itself is the next turn, unless there is nothing to wait for.
        RobotsTxt rules = rules(known.get());
        Instant next = clock.instant().plus(gap(rules, false));
        origins.closedUntil(origin, next);
        Optional<Outcome> no = forbidden(address, known.get(), rules);
        return no.isPresent() ? no : Optional.of(new Outcome.Wait(next, null));
      }
    }
    RobotsTxt rules = rules(known.get());
    Optional<Outcome> no = forbidden(address, known.get(), rules);
    if (no.isPresent()) {
      return no;
    }
    return origins
        .take(origin, clock.instant(), gap(rules, local))
        .map(until -> new Outcome.Wait(until, null));
  }

  private static Optional<Outcome> forbidden(URI address, Origins.Robots robots, RobotsTxt rules) {
    if (!robots.available()) {
      return Optional.of(
          new Outcome.Failed(
              FailureClass.ROBOTS_UNAVAILABLE,
              "it is tried again at " + robots.until(),
              new Freshness(robots.until(), null)));
    }
    return rules.allows(address)
        ? Optional.empty()
        : Optional.of(
            new Outcome.Failed(
                FailureClass.ROBOTS,
                "a rule forbids " + address.getRawPath(),
                new Freshness(robots.until(), null)));
  }

  private Duration gap(RobotsTxt rules, boolean local) {
    Duration delay = rules.crawlDelay();
    Duration own = local ? Duration.ZERO : originGap;
    return delay.compareTo(own) > 0 ? delay : own;
  }

  private RobotsTxt rules(Origins.Robots robots) {
    String text = robots.text();
    return text == null ? RobotsTxt.open() : RobotsTxt.read(text, product);
  }

  private Origins.Robots readRobots(String origin, boolean local) {
    Instant now = clock.instant();
    Fetched fetched =
        fetcher.get(
            new Fetcher.Request(
                URI.create(origin + "/robots.txt"),
                Validators.NONE,
                "text/plain, */*;q=0.1",
                RobotsTxt.CHARS_MAX));
    Origins.Robots robots =
        switch (fetched) {
          case Fetched.Response it -> robots(it, now, local);
          // An origin that cannot be reached says nothing against us; the request itself will tell
          // what is the matter.
          case Fetched.Failed it ->
              new Origins.Robots(
                  null, now.plus(again(local)), it.failure() != FailureClass.TIMEOUT);
        };
    origins.keep(origin, robots);
    return robots;
  }

  private static Origins.Robots robots(Fetched.Response it, Instant now, boolean local) {
    Freshness freshness = Freshness.of(it.headers(), now);
    if (it.status() == 200) {
      Instant fresh = freshness.freshUntil();
      Instant most = now.plus(ROBOTS_FOR);
      Instant until = fresh == null || fresh.isAfter(most) ? most : fresh;
      Instant least = now.plus(again(local));
      return new Origins.Robots(
          new String(it.body(), StandardCharsets.UTF_8),
          until.isBefore(least) ? least : until,
          true);
    }
    if (it.status() == 429 || it.status() >= 500) {
      Instant retry = freshness.retryAfter();
      return new Origins.Robots(null, retry == null ? now.plus(again(local)) : retry, false);
    }
    // Other answers, redirects among them, mean that there is none.
    return new Origins.Robots(null, now.plus(ROBOTS_FOR), true);
  }

  private static Duration again(boolean local) {
    return local ? LOCAL_ROBOTS_AGAIN_AFTER : ROBOTS_AGAIN_AFTER;
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  static @Nullable URI target(URI from, @Nullable String location) {
    if (location == null) {
      return null;
    }
    try {
      URI it = from.resolve(location.strip().replace(" ", "%20"));
      String scheme = String.valueOf(it.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      return web && it.getHost() != null ? withoutFragment(it) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static URI withoutFragment(URI it) {
    String text = it.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? it : URI.create(text.substring(0, hash));
  }

  /// Scheme, host and port of an address.
  static String origin(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    int port = address.getPort();
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }
}
