package syndication.ingest.polling;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import syndication.ingest.politeness.Validators;
import syndication.ingest.polling.PoliteFetch.Outcome;
import syndication.schema.topic.Topic;

/// Fetches the page of an entry that carries only a summary, as politely as the feed itself. What
/// cannot be had within its patience is left at the summary.
final class FullText {

  private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9";

  /// Waits for a turn at the origin at most this long for one page.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PoliteFetch fetch;
  private final InstantSource clock;

  FullText(PoliteFetch fetch, InstantSource clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  /// A page as received.
  @SuppressWarnings("ArrayRecordComponent")
  record Page(String contentType, byte[] body) {}

  Optional<Page> fetch(URI address) {
    URI at = address;
    Instant end = clock.instant().plus(PATIENCE);
    while (true) {
      Outcome outcome = fetch.fetch(at, Validators.NONE, ACCEPT, Topic.BODY_BYTES_MAX);
      if (outcome instanceof Outcome.Got got) {
        return page(got);
      }
      if (!(outcome instanceof Outcome.Wait wait) || wait.until().isAfter(end)) {
        return Optional.empty();
      }
      at = wait.movedTo() == null ? at : wait.movedTo();
      LockSupport.parkNanos(Math.max(1, Duration.between(clock.instant(), wait.until()).toNanos()));
      if (Thread.currentThread().isInterrupted()) {
        return Optional.empty();
      }
    }
  }

  private static Optional<Page> page(Outcome.Got got) {
    String type = got.response().headers().getOrDefault("content-type", "");
    boolean html = type.strip().toLowerCase(java.util.Locale.ROOT).startsWith("text/html");
    return html && got.response().status() == 200 && got.response().body().length > 0
        ? Optional.of(new Page(type, got.response().body()))
        : Optional.empty();
  }
}
