package syndication.ingest.polling;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Entry;
import syndication.ingest.feed.Feed;
import syndication.ingest.feed.FeedLint;
import syndication.ingest.feed.FeedReader;
import syndication.ingest.feed.Finding;
import syndication.ingest.feed.Text;
import syndication.ingest.politeness.Validators;
import syndication.ingest.polling.PoliteFetch.Outcome;
import syndication.ingest.source.FeedPolling.FeedTrial;
import syndication.ingest.source.FeedPolling.TrialEntry;

/// Finds the feed of an address: the document there, what its page links to, and the places where
/// feeds usually are. Nothing is kept.
final class FeedTrials {

  private static final List<String> USUAL_PLACES =
      List.of("/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/rss", "/feed.json");
  private static final int LINKS_MAX = 5;
  private static final int ENTRIES_SHOWN = 5;
  private static final int PROBLEMS_SHOWN = 20;

  /// An operator waits for the answer.
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final PoliteFetch fetch;
  private final FeedReader reader;
  private final InstantSource clock;

  FeedTrials(PoliteFetch fetch, FeedReader reader, InstantSource clock) {
    this.fetch = fetch;
    this.reader = reader;
    this.clock = clock;
  }

  FeedTrial tryOut(URI address) {
    Instant end = clock.instant().plus(PATIENCE);
    List<String> steps = new ArrayList<>();
    Optional<Outcome.Got> first = get(address, end, steps);
    if (first.isEmpty()) {
      return nothing("the address could not be read", steps);
    }
    Optional<FeedTrial> direct = read(first.get(), steps);
    if (direct.isPresent()) {
      return direct.get();
    }
    Set<URI> places = new LinkedHashSet<>(linked(first.get()));
    steps.add("the page links to %d feeds".formatted(places.size()));
    USUAL_PLACES.forEach(it -> places.add(first.get().address().resolve(it)));
    for (URI place : places) {
      Optional<FeedTrial> found = get(place, end, steps).flatMap(it -> read(it, steps));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return nothing("no feed was found", steps);
  }

  private Optional<Outcome.Got> get(URI address, Instant end, List<String> steps) {
    URI at = address;
    while (clock.instant().isBefore(end) && !Thread.currentThread().isInterrupted()) {
      switch (fetch.fetch(at, Validators.NONE, FeedVisit.ACCEPT, FeedVisit.FEED_BYTES_MAX)) {
        case Outcome.Got it -> {
          steps.add(address + ": " + it.response().headers().getOrDefault("content-type", "read"));
          return Optional.of(it);
        }
        case Outcome.Failed it -> {
          steps.add(address + ": " + it.failure().words(it.words()));
          return Optional.empty();
        }
        case Outcome.Wait it -> {
          if (it.until().isAfter(end)) {
            steps.add(address + ": not tried, the origin wants more time between requests");
            return Optional.empty();
          }
          at = it.movedTo() == null ? at : it.movedTo();
          LockSupport.parkNanos(
              Math.max(1, Duration.between(clock.instant(), it.until()).toNanos()));
        }
      }
    }
    steps.add(address + ": not tried, the origin wants more time between requests");
    return Optional.empty();
  }

  private Optional<FeedTrial> read(Outcome.Got got, List<String> steps) {
    String type = got.response().headers().getOrDefault("content-type", "");
    if (type.toLowerCase(Locale.ROOT).contains("html")) {
      return Optional.empty();
    }
    Feed feed = reader.read(got.response().body(), type, got.address(), clock.instant());
    if (!FeedVisit.isFeed(feed)) {
      steps.add(got.address() + ": is not a feed");
      return Optional.empty();
    }
    String says =
        "a feed (%s) with %d entries, %d of them unreadable"
            .formatted(
                feed.format(),
                feed.entries().size() + feed.unreadable().size(),
                feed.unreadable().size());
    List<String> problems =
        FeedLint.check(feed).stream().limit(PROBLEMS_SHOWN).map(FeedTrials::told).toList();
    return Optional.of(
        new FeedTrial(
            got.address().toString(),
            says,
            plain(feed.info().title()),
            feed.info().language(),
            feed.entries().size(),
            feed.unreadable().size(),
            feed.entries().stream().limit(ENTRIES_SHOWN).map(FeedTrials::shown).toList(),
            problems,
            steps));
  }

  private static List<URI> linked(Outcome.Got page) {
    String html = new String(page.response().body(), StandardCharsets.UTF_8);
    List<URI> found = new ArrayList<>();
    for (Element link :
        Jsoup.parse(html, page.address().toString())
            .select("link[rel~=(?i)\\balternate\\b][href]")) {
      String type = link.attr("type").toLowerCase(Locale.ROOT);
      boolean feed = type.contains("rss") || type.contains("atom") || type.contains("feed+json");
      Optional<URI> address = address(link.absUrl("href"));
      if (feed && address.isPresent() && found.size() < LINKS_MAX) {
        found.add(address.get());
      }
    }
    return found;
  }

  private static Optional<URI> address(String text) {
    try {
      URI it = URI.create(text.strip());
      return it.getHost() == null ? Optional.empty() : Optional.of(it);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String told(Finding it) {
    return "%s: %s (%s). %s".formatted(it.severity(), it.what(), it.where(), it.advice());
  }

  private static TrialEntry shown(Entry it) {
    return new TrialEntry(
        it.id(),
        plain(it.title()),
        it.address() == null ? null : it.address().toString(),
        FeedItem.statedAt(it),
        EntryIntake.hasFullText(it));
  }

  private static FeedTrial nothing(String says, List<String> steps) {
    return new FeedTrial(null, says, null, null, 0, 0, List.of(), List.of(), steps);
  }

  private static @Nullable String plain(@Nullable Text text) {
    return text == null ? null : text.plain();
  }
}
