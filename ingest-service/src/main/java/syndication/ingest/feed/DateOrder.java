package syndication.ingest.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.DateQuality;
import syndication.ingest.feed.Draft.DateKind;

/// Decides which date to go by: the stated one, held at the time of receipt when it is still to
/// come; else the day in the address; else one between its neighbours; else the time of receipt.
final class DateOrder {

  /// @param effective the moment to go by, or `null` for the time of receipt
  record Judged(@Nullable Instant effective, DateQuality quality) {}

  /// Clocks differ; a date this little ahead is not a fault.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

  private static final Pattern DAY_IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/_.-]|$)");

  private final Instant receivedAt;

  DateOrder(Instant receivedAt) {
    this.receivedAt = receivedAt;
  }

  Judged judge(Draft draft) {
    Instant stated = stated(draft);
    if (stated != null) {
      return clamped(stated, DateQuality.STATED);
    }
    Instant fromAddress = fromAddress(draft);
    return fromAddress == null
        ? new Judged(null, DateQuality.FETCH_TIME)
        : clamped(fromAddress, DateQuality.INFERRED);
  }

  /// Judges entries in the feed's order.
  List<Judged> judge(List<Draft> drafts) {
    var judged = new ArrayList<Judged>(drafts.size());
    for (Draft draft : drafts) {
      judged.add(judge(draft));
    }
    for (int i = 1; i + 1 < judged.size(); i++) {
      if (judged.get(i).quality() == DateQuality.FETCH_TIME) {
        Instant between = between(judged, i);
        if (between != null) {
          judged.set(i, new Judged(between, DateQuality.INFERRED));
        }
      }
    }
    return judged;
  }

  private static @Nullable Instant stated(Draft draft) {
    for (DateKind kind : List.of(DateKind.PUBLISHED, DateKind.CREATED, DateKind.UPDATED)) {
      StatedDate date = draft.dates.get(kind);
      if (date != null && date.at() != null) {
        return date.at();
      }
    }
    return null;
  }

  private Judged clamped(Instant date, DateQuality quality) {
    return date.isAfter(receivedAt.plus(CLOCK_SKEW))
        ? new Judged(null, DateQuality.CLAMPED_FUTURE)
        : new Judged(date, quality);
  }

  private static @Nullable Instant fromAddress(Draft draft) {
    for (Link link : draft.links) {
      Matcher day = DAY_IN_ADDRESS.matcher(link.href().toString());
      if (link.rel().equals("alternate") && day.find()) {
        try {
          String[] parts = Objects.requireNonNull(day.group()).substring(1).split("[/_.-]", -1);
          return LocalDate.of(
                  Integer.parseInt(parts[0]),
                  Integer.parseInt(parts[1]),
                  Integer.parseInt(parts[2]))
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant();
        } catch (DateTimeException e) {
          return null;
        }
      }
    }
    return null;
  }

  /// The date of the neighbour behind, when the neighbours are in the usual order, newest first.
  private static @Nullable Instant between(List<Judged> judged, int index) {
    int next = index + 1;
    while (next < judged.size() && judged.get(next).effective() == null) {
      next++;
    }
    Instant before = judged.get(index - 1).effective();
    Instant after = next == judged.size() ? null : judged.get(next).effective();
    return before == null || after == null || after.isAfter(before) ? null : after;
  }
}
