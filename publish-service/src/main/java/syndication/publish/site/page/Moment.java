package syndication.publish.site.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A point in time as a page shows it.
///
/// @param machine for the `datetime` attribute
/// @param people for the eye
public record Moment(String machine, String people) {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  public static Moment of(Instant at) {
    return new Moment(at.truncatedTo(ChronoUnit.SECONDS).toString(), FORMAT.format(at));
  }
}
