package syndication.ingest.politeness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How often a feed has something new.
///
/// @param arrivals when new entries were published, or first seen, oldest first
public record Rhythm(List<Instant> arrivals) {

  public static final Rhythm UNKNOWN = new Rhythm(List.of());

  /// Enough to see a rhythm, few enough to follow a change of it.
  public static final int ARRIVALS_MAX = 30;

  /// When nothing is known: twice an hour is what a newsroom's reader expects.
  private static final Duration UNKNOWN_GAP = Duration.ofHours(1);

  /// Fewer gaps tell no rhythm.
  private static final int GAPS_FOR_ALARM = 5;

  private static final Duration QUIET_AT_LEAST = Duration.ofHours(24);
  private static final int QUIET_TIMES = 4;
  private static final double LONG_GAP = 0.9;

  public Rhythm {
    arrivals = List.copyOf(arrivals);
  }

  /// With more arrivals; those in the future count as now.
  public Rhythm with(List<Instant> more, Instant now) {
    List<Instant> all = new ArrayList<>(arrivals);
    more.forEach(it -> all.add(it.isAfter(now) ? now : it));
    all.sort(null);
    return new Rhythm(all.subList(Math.max(0, all.size() - ARRIVALS_MAX), all.size()));
  }

  /// How long until something new is likely: the usual gap, or longer when it has been silent for
  /// longer than that.
  public Duration expectedGap(Instant now) {
    if (arrivals.size() < 2) {
      return UNKNOWN_GAP;
    }
    Duration span = Duration.between(arrivals.getFirst(), arrivals.getLast());
    Duration usual = span.dividedBy(arrivals.size() - 1L);
    Duration silence = Duration.between(arrivals.getLast(), now).dividedBy(2);
    return usual.compareTo(silence) >= 0 ? usual : silence;
  }

  /// Why its silence is unusual; empty when it is not.
  public Optional<String> quiet(Instant now) {
    if (arrivals.size() <= GAPS_FOR_ALARM) {
      return Optional.empty();
    }
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < arrivals.size(); i++) {
      gaps.add(Duration.between(arrivals.get(i - 1), arrivals.get(i)));
    }
    gaps.sort(null);
    Duration usual = gaps.get((int) (LONG_GAP * (gaps.size() - 1)));
    Duration limit = usual.multipliedBy(QUIET_TIMES);
    limit = limit.compareTo(QUIET_AT_LEAST) < 0 ? QUIET_AT_LEAST : limit;
    Duration silence = Duration.between(arrivals.getLast(), now);
    return silence.compareTo(limit) > 0
        ? Optional.of(
            "nothing new for %s; nine of ten gaps are shorter than %s"
                .formatted(words(silence), words(usual)))
        : Optional.empty();
  }

  static String words(Duration it) {
    if (it.toDays() >= 2) {
      return it.toDays() + " days";
    }
    if (it.toHours() >= 2) {
      return it.toHours() + " hours";
    }
    return it.toMinutes() >= 2 ? it.toMinutes() + " minutes" : it.toSeconds() + " seconds";
  }
}
