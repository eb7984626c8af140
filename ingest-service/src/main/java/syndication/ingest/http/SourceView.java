package syndication.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.ingest.source.FeedStatus;
import syndication.ingest.source.Source;

/// A source as operators see it.
///
/// @param feed how polling goes, or `null` for a source that is not polled
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
    String id,
    String name,
    Source.Kind kind,
    Source.State state,
    @Nullable String feedUrl,
    @Nullable String homepage,
    @Nullable String language,
    Source.Rights rights,
    Poll poll,
    @Nullable FeedStatus feed,
    Instant createdAt,
    Instant updatedAt) {

  /// @param intervalSeconds between two polls at least, or `null` to follow the feed's own rhythm
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Poll(@Nullable Long intervalSeconds, boolean fullText) {}

  static SourceView of(Source it, @Nullable FeedStatus feed) {
    var interval = it.poll().interval();
    return new SourceView(
        it.id().value(),
        it.name(),
        it.kind(),
        it.state(),
        it.feedUrl() == null ? null : it.feedUrl().toString(),
        it.homepage() == null ? null : it.homepage().toString(),
        it.language(),
        it.rights(),
        new Poll(interval == null ? null : interval.toSeconds(), it.poll().fullText()),
        feed,
        it.createdAt(),
        it.updatedAt());
  }
}
