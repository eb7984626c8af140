package syndication.ingest.politeness;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Before when an origin does not want to be asked again, from the headers of its answer.
///
/// @param retryAfter what `Retry-After` says, in full, or `null`
/// @param freshUntil until when `Cache-Control` or `Expires` call the answer fresh, or `null`
public record Freshness(@Nullable Instant retryAfter, @Nullable Instant freshUntil) {

  public static final Freshness NONE = new Freshness(null, null);

  /// What no header can mean in earnest; it keeps the arithmetic from overflowing.
  private static final long SECONDS_MAX = Duration.ofDays(36_500).toSeconds();

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,18})", Pattern.CASE_INSENSITIVE);
  private static final Pattern DO_ASK =
      Pattern.compile("(?:^|[,\\s])no-(cache|store)(?:$|[,\\s])", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

  /// The three forms of RFC 9110, section 5.6.7.
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
              .withZone(ZoneOffset.UTC));

  /// @param headers with lower-case names
  /// @param now when the answer came
  public static Freshness of(Map<String, String> headers, Instant now) {
    return new Freshness(
        retryAfter(headers.get("retry-after"), headers, now), freshUntil(headers, now));
  }

  /// The later of both, or `null`.
  public @Nullable Instant notBefore() {
    if (retryAfter == null || freshUntil == null) {
      return retryAfter == null ? freshUntil : retryAfter;
    }
    return retryAfter.isAfter(freshUntil) ? retryAfter : freshUntil;
  }

  private static @Nullable Instant retryAfter(
      @Nullable String value, Map<String, String> headers, Instant now) {
    if (value == null) {
      return null;
    }
    String it = value.strip();
    if (SECONDS.matcher(it).matches()) {
      return now.plusSeconds(Math.min(SECONDS_MAX, Long.parseLong(it)));
    }
    return date(it).map(at -> ours(at, headers, now)).orElse(null);
  }

  private static @Nullable Instant freshUntil(Map<String, String> headers, Instant now) {
    String control = headers.getOrDefault("cache-control", "");
    if (DO_ASK.matcher(control).find()) {
      return null;
    }
    OptionalLong maxAge = maxAge(control);
    if (maxAge.isPresent()) {
      long left = Math.min(SECONDS_MAX, maxAge.getAsLong()) - age(headers.get("age"));
      return left > 0 ? now.plusSeconds(left) : null;
    }
    String expires = headers.get("expires");
    return expires == null
        ? null
        : date(expires.strip())
            .map(at -> ours(at, headers, now))
            .filter(at -> at.isAfter(now))
            .orElse(null);
  }

  // A moment of the origin's clock on ours: theirs may be wrong by hours.
  private static Instant ours(Instant theirs, Map<String, String> headers, Instant now) {
    Instant theirNow = date(headers.getOrDefault("date", "")).orElse(now);
    return now.plus(Duration.between(theirNow, theirs));
  }

  private static OptionalLong maxAge(String control) {
    Matcher it = MAX_AGE.matcher(control);
    if (!it.find()) {
      return OptionalLong.empty();
    }
    String seconds = it.group(1);
    return seconds == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seconds));
  }

  private static long age(@Nullable String value) {
    return value != null && SECONDS.matcher(value.strip()).matches()
        ? Math.min(SECONDS_MAX, Long.parseLong(value.strip()))
        : 0;
  }

  private static Optional<Instant> date(String value) {
    for (DateTimeFormatter form : DATES) {
      try {
        return Optional.of(ZonedDateTime.parse(value, form).toInstant());
      } catch (DateTimeException e) {
        // Not in this form; perhaps in the next.
      }
    }
    return Optional.empty();
  }
}
