package syndication.ingest.polling;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import syndication.ingest.politeness.Validators;

/// An origin with wishes, in simulated time: it notes every request that it had asked not to get,
/// and every request that could not have brought anything.
final class UnfriendlyOrigin implements Fetcher {

  private static final String REST =
      "<ttl>45</ttl><skipHours><hour>2</hour><hour>3</hour></skipHours>"
          + "<skipDays><day>Sunday</day></skipDays>";

  final List<String> early = new ArrayList<>();
  final List<String> needless = new ArrayList<>();
  final Map<String, Integer> requests = new TreeMap<>();
  private final SimulatedClock clock;
  private final Map<String, Instant> notBefore = new HashMap<>();
  private final Map<String, String> why = new HashMap<>();
  private Instant lastRequest = Instant.MIN;
  private Instant robotsUntil = Instant.MIN;
  private int failures;

  UnfriendlyOrigin(SimulatedClock clock) {
    this.clock = clock;
  }

  @Override
  public Fetched get(Request request) {
    Instant now = clock.instant();
    String path = Objects.requireNonNull(request.address().getPath());
    requests.merge(path, 1, Integer::sum);
    if (now.isBefore(lastRequest.plusSeconds(20)) && lastRequest.isAfter(Instant.EPOCH)) {
      early.add("%s at %s: within the crawl delay of 20 s".formatted(path, now));
    }
    lastRequest = now;
    Instant allowed = notBefore.getOrDefault(path, Instant.MIN);
    if (now.isBefore(allowed)) {
      early.add("%s at %s: before %s (%s)".formatted(path, now, allowed, why.get(path)));
    }
    return switch (path) {
      case "/robots.txt" -> robots(now);
      case "/moved" -> once(path, 301, Map.of("location", "/feed"));
      case "/feed" -> feed(path, request.validators(), now);
      case "/rests" -> rests(path, request.validators(), now);
      case "/fresh" -> fresh(path, request.validators(), now);
      case "/limited" -> limited(path, request.validators(), now);
      case "/gone" -> once(path, 410, Map.of());
      case "/falls" -> falls(path, request.validators(), now);
      default -> {
        needless.add(path + ": forbidden by robots.txt, or never linked");
        yield new Fetched.Response(404, Map.of(), new byte[0]);
      }
    };
  }

  private Fetched robots(Instant now) {
    if (now.isBefore(robotsUntil)) {
      needless.add("/robots.txt again at " + now);
    }
    robotsUntil = now.plus(Duration.ofHours(24));
    String text = "User-agent: *\nCrawl-delay: 20\nDisallow: /forbidden\n";
    return new Fetched.Response(
        200, Map.of("content-type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
  }

  private Fetched once(String path, int status, Map<String, String> headers) {
    if (requests.getOrDefault(path, 0) > 1) {
      needless.add(path + " again after " + status);
    }
    return new Fetched.Response(status, headers, new byte[0]);
  }

  // A new story every three hours, announced by nothing but validators.
  private Fetched feed(String path, Validators validators, Instant now) {
    return document(path, validators, now, Duration.ofHours(3), "", Map.of());
  }

  // Wants 45 minutes between requests, and rest at night and on Sundays.
  private Fetched rests(String path, Validators validators, Instant now) {
    ZonedDateTime time = now.atZone(ZoneOffset.UTC);
    boolean night = time.getHour() == 2 || time.getHour() == 3;
    if (requests.getOrDefault(path, 0) > 1 && (night || time.getDayOfWeek() == DayOfWeek.SUNDAY)) {
      early.add("%s at %s: it rests".formatted(path, now));
    }
    forbid(path, now.plus(Duration.ofMinutes(45)), "ttl");
    return document(path, validators, now, Duration.ofHours(5), REST, Map.of());
  }

  // Fresh for 90 minutes by Cache-Control, or until a date of a clock that is two hours ahead.
  private Fetched fresh(String path, Validators validators, Instant now) {
    boolean byDate = requests.getOrDefault(path, 0) % 2 == 0;
    forbid(path, now.plus(Duration.ofMinutes(90)), byDate ? "Expires" : "Cache-Control");
    Instant theirs = now.plus(Duration.ofHours(2));
    Map<String, String> headers =
        byDate
            ? Map.of("date", date(theirs), "expires", date(theirs.plus(Duration.ofMinutes(90))))
            : Map.of("cache-control", "public, max-age=6000", "age", "600");
    return document(path, validators, now, Duration.ofMinutes(30), "", headers);
  }

  // Every third answer is a 429 that wants a whole day, twice as long as any reader's clamp.
  private Fetched limited(String path, Validators validators, Instant now) {
    if (requests.getOrDefault(path, 0) % 3 == 0) {
      Instant until = now.plus(Duration.ofHours(26));
      forbid(path, until, "Retry-After");
      return new Fetched.Response(
          429, Map.of("retry-after", Long.toString(Duration.ofHours(26).toSeconds())), new byte[0]);
    }
    return document(path, validators, now, Duration.ofHours(1), "", Map.of());
  }

  // In trouble for days, without saying for how long.
  private Fetched falls(String path, Validators validators, Instant now) {
    failures++;
    return failures < 12
        ? new Fetched.Response(failures % 2 == 0 ? 500 : 503, Map.of(), new byte[0])
        : document(path, validators, now, Duration.ofHours(6), "", Map.of());
  }

  private Fetched document(
      String path,
      Validators validators,
      Instant now,
      Duration story,
      String channel,
      Map<String, String> more) {
    long number = now.getEpochSecond() / story.toSeconds();
    String etag = "\"" + path + number + "\"";
    int answered = requests.getOrDefault(path + " documents", 0) + 1;
    requests.put(path + " documents", answered);
    if (answered > 1 && validators.etag() == null) {
      needless.add("%s at %s: without its validators".formatted(path, now));
    }
    Map<String, String> headers = new HashMap<>(more);
    headers.put("etag", etag);
    headers.put("content-type", "application/rss+xml");
    if (etag.equals(validators.etag())) {
      return new Fetched.Response(304, headers, new byte[0]);
    }
    byte[] body =
        """
        <rss version="2.0"><channel><title>Slow news</title>%s
        <item><guid>%s</guid><title>Story %s</title><link>https://slow.example/%s</link></item>
        </channel></rss>
        """
            .formatted(channel, number, number, number)
            .getBytes(StandardCharsets.UTF_8);
    return new Fetched.Response(200, headers, body);
  }

  private void forbid(String path, Instant until, String reason) {
    // HTTP dates have no fractions of a second.
    notBefore.put(path, until.minusSeconds(1));
    why.put(path, reason);
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
  }
}
