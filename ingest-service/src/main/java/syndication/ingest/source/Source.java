package syndication.ingest.source;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.SyndicationRight;

/// Who publishes articles to us.
///
/// @param name for people
/// @param feedUrl of a [Kind#FEED], as registered; `null` for an [Kind#API]
/// @param homepage where the source publishes, or `null`
/// @param language BCP 47, for articles that state none, or `null`
/// @param rights for articles that state none
public record Source(
    SourceId id,
    String name,
    Kind kind,
    State state,
    @Nullable URI feedUrl,
    @Nullable URI homepage,
    @Nullable String language,
    Rights rights,
    PollSettings poll,
    Instant createdAt,
    Instant updatedAt) {

  /// Long enough for the name of any newsroom.
  public static final int NAME_CHARS_MAX = 200;

  public Source {
    if (name.isBlank() || name.length() > NAME_CHARS_MAX) {
      throw new IllegalArgumentException(
          "name: %d characters (expected: 1 to %d)".formatted(name.length(), NAME_CHARS_MAX));
    }
    if ((kind == Kind.FEED) != (feedUrl != null)) {
      throw new IllegalArgumentException(
          "feedUrl: %s (expected: an address for kind FEED, none for API)".formatted(feedUrl));
    }
  }

  /// How a source's articles reach us.
  public enum Kind {
    /// It calls us, or writes to Kafka.
    API,
    /// We ask its feed.
    FEED
  }

  /// Whether we take articles.
  public enum State {
    ACTIVE,
    /// Nothing is polled and nothing taken, until an operator resumes.
    PAUSED,
    /// Taken off; kept because its articles speak of it.
    DEACTIVATED
  }

  /// Who holds the rights, in the source's words.
  public record Rights(
      @Nullable String holder,
      @Nullable String notice,
      @Nullable String usageTerms,
      SyndicationRight syndication) {
    public static final Rights UNSTATED = new Rights(null, null, null, SyndicationRight.UNKNOWN);
  }

  /// The same source with another state.
  public Source with(State next, Instant now) {
    return new Source(
        id, name, kind, next, feedUrl, homepage, language, rights, poll, createdAt, now);
  }
}
