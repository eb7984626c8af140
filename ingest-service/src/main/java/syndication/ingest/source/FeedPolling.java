package syndication.ingest.source;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The polling of feeds, as administration sees it.
public interface FeedPolling {

  /// Begins to poll a source's feed, now and then by its rhythm; forgets what was known of another
  /// address.
  void register(Source source);

  /// How polling goes, by source; sources that are not polled are left out.
  Map<SourceId, FeedStatus> statusOf(Collection<Source> sources);

  /// Polls at once unless that would be impolite, and waits for the outcome.
  PollNow pollNow(Source source);

  /// Finds a feed at an address or on the page there, and reads it without keeping anything.
  FeedTrial tryOut(URI address);

  /// What asking for a poll came to.
  sealed interface PollNow {
    /// @param says in one sentence
    /// @param submitted entries that were new or changed
    /// @param unchanged entries that were as before
    /// @param quarantined entries that could not be read
    record Polled(
        String says,
        boolean failed,
        int submitted,
        int unchanged,
        int quarantined,
        @Nullable Instant nextFetchAt)
        implements PollNow {}

    /// @param until when it may be asked again
    /// @param why in words
    record TooEarly(Instant until, String why) implements PollNow {}

    /// It is asked no more.
    ///
    /// @param why in words
    record Stopped(String why) implements PollNow {}

    /// Another instance is at it.
    record Busy() implements PollNow {}
  }

  /// A feed as a trial found it.
  ///
  /// @param feedUrl where it is, or `null` when none was found
  /// @param says in one sentence
  /// @param steps what was tried, in order
  /// @param entries the first few
  /// @param problems for the source, in words it can act on
  record FeedTrial(
      @Nullable String feedUrl,
      String says,
      @Nullable String title,
      @Nullable String language,
      int entryCount,
      int unreadableCount,
      List<TrialEntry> entries,
      List<String> problems,
      List<String> steps) {
    public FeedTrial {
      entries = List.copyOf(entries);
      problems = List.copyOf(problems);
      steps = List.copyOf(steps);
    }
  }

  /// One entry of a trial.
  record TrialEntry(
      @Nullable String id,
      @Nullable String title,
      @Nullable String address,
      @Nullable Instant published,
      boolean fullText) {}
}
