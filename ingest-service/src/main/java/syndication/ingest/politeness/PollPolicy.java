package syndication.ingest.politeness;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides when a feed is asked next. Pure: the same answer, time and chance give the same
/// decision.
///
/// Never before: `Retry-After`, the end of freshness (`Cache-Control`, `Expires`), the feed's own
/// time to live, and its hours and days of rest, each in full. After that at half the gap in which
/// new entries usually come, within [#INTERVAL_MIN] and [#INTERVAL_MAX], and a little later by
/// chance so that feeds of one origin spread.
public final class PollPolicy {

  /// No reader of news needs a public feed more often.
  static final Duration INTERVAL_MIN = Duration.ofMinutes(5);

  static final Duration INTERVAL_MAX = Duration.ofHours(12);

  /// What an operator may ask for by hand.
  static final Duration GAP_MIN = Duration.ofMinutes(1);

  /// An origin on this machine is a demonstration or a test: nobody else is kept waiting.
  static final Duration LOCAL_INTERVAL = Duration.ofSeconds(10);

  /// While a hub pushes: within this a dead one is found out.
  static final Duration BACKUP_INTERVAL = Duration.ofHours(2);

  static final Duration LOCAL_BACKUP_INTERVAL = Duration.ofMinutes(1);

  private static final Duration WAIT_MAX = Duration.ofHours(24);
  private static final Duration LOCAL_WAIT = Duration.ofSeconds(5);
  private static final Duration LOCAL_WAIT_MAX = Duration.ofMinutes(1);
  private static final Duration JITTER_MAX = Duration.ofMinutes(10);
  private static final double JITTER_SHARE = 0.1;
  private static final int DOUBLINGS_MAX = 10;

  /// Beyond any plan, within PostgreSQL's range.
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?|.+\\.localhost");

  private PollPolicy() {}

  /// How often to ask beyond what the origin wants.
  ///
  /// @param operatorInterval between two polls at least, or `null` to follow the feed's own rhythm
  /// @param pushed whether a hub we trust pushes what is new, so that polling only watches over it
  public record Pace(@Nullable Duration operatorInterval, boolean pushed) {}

  /// @param now when the answer came
  public static PollState after(
      PollState before, Answer answer, Pace pace, Instant now, RandomGenerator random) {
    return switch (answer) {
      case Answer.Changed it -> {
        Rhythm rhythm = before.rhythm().with(it.arrivals(), now);
        URI address = it.movedTo() == null ? before.address() : it.movedTo();
        Bound bound = bound(address, it.freshness(), it.hints(), now);
        Instant next = next(bound, it.hints(), rhythm, pace, address, now, random);
        yield new PollState(
            before.registered(),
            address,
            it.validators(),
            it.bodyHash(),
            now,
            next,
            bound.at(),
            bound.why(),
            false,
            null,
            it.hints(),
            rhythm,
            it.offer());
      }
      case Answer.Unchanged it -> {
        URI address = it.movedTo() == null ? before.address() : it.movedTo();
        Bound bound = bound(address, it.freshness(), before.hints(), now);
        Instant next = next(bound, before.hints(), before.rhythm(), pace, address, now, random);
        yield new PollState(
            before.registered(),
            address,
            before.validators().renewed(it.validators()),
            before.bodyHash(),
            now,
            next,
            bound.at(),
            bound.why(),
            false,
            null,
            before.hints(),
            before.rhythm(),
            before.offer());
      }
      case Answer.Failed it -> failed(before, it, now, random);
    };
  }

  /// Asks sooner because somebody said that there is something new. As that may be a lie, never
  /// before the origin wants it, nor more often than its busiest feed is asked anyway, nor while it
  /// is in trouble.
  ///
  /// @param operatorInterval as of [Pace]
  public static PollState hinted(
      PollState before, @Nullable Duration operatorInterval, Instant now) {
    Instant last = before.lastFetchAt();
    if (before.stopped() || before.trouble() != null || last == null) {
      return before;
    }
    Duration least = isLocal(before.address()) ? LOCAL_INTERVAL : INTERVAL_MIN;
    if (operatorInterval != null && operatorInterval.compareTo(least) > 0) {
      least = operatorInterval;
    }
    Instant soon = later(later(now, last.plus(least)), before.notBefore());
    Instant next = before.hints().allowed(soon);
    return next.isBefore(before.nextFetchAt()) ? before.at(next, null) : before;
  }

  private static PollState failed(
      PollState before, Answer.Failed it, Instant now, RandomGenerator random) {
    PollState.Trouble trouble = before.trouble();
    int count = trouble == null ? 1 : trouble.count() + 1;
    boolean gone = it.failure() == FailureClass.GONE;
    Bound bound = bound(before.address(), it.freshness(), before.hints(), now);
    Duration wait = wait(it.failure(), count, isLocal(before.address()));
    Instant next = later(bound.at(), now.plus(wait)).plus(jitter(wait, random));
    next = before.hints().allowed(next);
    return new PollState(
        before.registered(),
        before.address(),
        before.validators(),
        before.bodyHash(),
        now,
        gone ? NEVER : next,
        gone ? NEVER : bound.at(),
        gone ? it.failure().words() : bound.why(),
        gone,
        new PollState.Trouble(it.failure(), count, it.words()),
        before.hints(),
        before.rhythm(),
        before.offer());
  }

  /// Whether an origin is on this machine.
  public static boolean isLocal(URI address) {
    String host = address.getHost();
    return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  private record Bound(Instant at, String why) {
    Bound orLater(@Nullable Instant other, String otherWhy) {
      return other != null && other.isAfter(at) ? new Bound(other, otherWhy) : this;
    }
  }

  private static Bound bound(URI address, Freshness freshness, Hints hints, Instant now) {
    Duration gap = isLocal(address) ? Duration.ZERO : GAP_MIN;
    Duration ttl = hints.ttl();
    Bound bound =
        new Bound(now.plus(gap), "it was asked within the last minute")
            .orLater(freshness.freshUntil(), "its answer is fresh until then, its headers say")
            .orLater(ttl == null ? null : now.plus(ttl), "its time to live says so")
            .orLater(freshness.retryAfter(), "its Retry-After says so");
    Instant allowed = hints.allowed(bound.at());
    return bound.orLater(allowed, "it wants to rest at these hours or days");
  }

  private static Instant next(
      Bound bound,
      Hints hints,
      Rhythm rhythm,
      Pace pace,
      URI address,
      Instant now,
      RandomGenerator random) {
    Duration interval = pace.operatorInterval();
    if (interval == null) {
      interval = isLocal(address) ? LOCAL_INTERVAL : adaptive(rhythm, now);
      Duration backup = isLocal(address) ? LOCAL_BACKUP_INTERVAL : BACKUP_INTERVAL;
      interval = pace.pushed() && interval.compareTo(backup) < 0 ? backup : interval;
    }
    Instant next = later(bound.at(), now.plus(interval)).plus(jitter(interval, random));
    return hints.allowed(next);
  }

  private static Duration adaptive(Rhythm rhythm, Instant now) {
    Duration half = rhythm.expectedGap(now).dividedBy(2);
    if (half.compareTo(INTERVAL_MIN) < 0) {
      return INTERVAL_MIN;
    }
    return half.compareTo(INTERVAL_MAX) > 0 ? INTERVAL_MAX : half;
  }

  private static Duration wait(FailureClass failure, int count, boolean local) {
    Duration first = local ? LOCAL_WAIT : failure.firstWait();
    Duration most = local ? LOCAL_WAIT_MAX : WAIT_MAX;
    Duration wait = first.multipliedBy(1L << Math.min(DOUBLINGS_MAX, count - 1));
    return wait.compareTo(most) > 0 ? most : wait;
  }

  // Only ever later.
  private static Duration jitter(Duration of, RandomGenerator random) {
    long most = Math.min(JITTER_MAX.toMillis(), (long) (of.toMillis() * JITTER_SHARE));
    return Duration.ofMillis(most <= 0 ? 0 : random.nextLong(most));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
