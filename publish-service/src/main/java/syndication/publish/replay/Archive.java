package syndication.publish.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.delivery.Engine.Arrived;
import syndication.publish.delivery.LogPosition;

/// Every article there is, as it was last enriched.
public interface Archive {

  /// @param until `null` for everything that is there now
  /// @param articleId only this one, or `null` for all
  /// @throws ArchiveUnavailableException part of it may have been given out
  void read(
      Instant since, @Nullable Instant until, @Nullable String articleId, Consumer<Arrived> each);

  /// What lies at a position, unless a later state of the article took its place.
  ///
  /// @throws ArchiveUnavailableException no answer
  Optional<PublishedArticle> at(LogPosition position, String articleId);

  /// The archive gave no answer; the same call may succeed later.
  final class ArchiveUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ArchiveUnavailableException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
