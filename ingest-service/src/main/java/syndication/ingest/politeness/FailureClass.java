package syndication.ingest.politeness;

import java.time.Duration;

/// Why a feed could not be had, in the words an operator reads.
public enum FailureClass {
  BOT_PROTECTION(
      "the origin's bot protection turned us away; ask its operator to let our user agent in",
      Duration.ofHours(6)),
  RATE_LIMITED("the origin asks us to come less often (429)", Duration.ofMinutes(30)),
  FORBIDDEN("the origin forbids it (403)", Duration.ofHours(6)),
  UNAUTHORIZED("the origin wants a login (401)", Duration.ofHours(6)),
  NOT_FOUND("there is no such address at the origin (404)", Duration.ofHours(6)),
  GONE("the origin says it is gone for good (410)", Duration.ofHours(24)),
  OTHER_REFUSAL("the origin refused the request", Duration.ofHours(2)),
  SERVER_ERROR("the origin is in trouble itself (5xx)", Duration.ofMinutes(10)),
  TIMEOUT("the origin did not answer in time", Duration.ofMinutes(10)),
  UNREACHABLE("the origin could not be reached", Duration.ofMinutes(10)),
  TLS("the origin's certificate or encryption is not in order", Duration.ofHours(2)),
  REDIRECT("the origin sends us on in circles, or nowhere", Duration.ofHours(2)),
  ADDRESS_REFUSED("the address leads into a network we do not call", Duration.ofHours(6)),
  TOO_LARGE("the answer is larger than any feed should be", Duration.ofHours(2)),
  UNREADABLE("the answer's compression cannot be undone", Duration.ofHours(2)),
  NOT_A_FEED("the answer is not a feed", Duration.ofHours(2)),
  ROBOTS("the origin's robots.txt asks us not to fetch it", Duration.ofHours(24)),
  ROBOTS_UNAVAILABLE(
      "the origin's robots.txt can't be had, so nothing may be fetched", Duration.ofMinutes(30));

  private final String words;
  private final Duration firstWait;

  FailureClass(String words, Duration firstWait) {
    this.words = words;
    this.firstWait = firstWait;
  }

  public String words() {
    return words;
  }

  /// With what happened, unless that only repeats it.
  ///
  /// @param happened as of [Answer.Failed#words()]
  public String words(String happened) {
    String status = happened.replaceAll("\\D", "");
    boolean repeats = !status.isEmpty() && words.endsWith("(" + status + ")");
    return repeats ? words : words + ": " + happened;
  }

  /// The wait after the first such failure; it doubles with each that follows.
  Duration firstWait() {
    return firstWait;
  }

  /// The class of an HTTP status that is no success.
  public static FailureClass ofStatus(int status) {
    return switch (status) {
      case 401, 407 -> UNAUTHORIZED;
      case 402, 403, 451 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 408 -> TIMEOUT;
      case 410 -> GONE;
      case 429 -> RATE_LIMITED;
      default -> status >= 500 ? SERVER_ERROR : OTHER_REFUSAL;
    };
  }
}
