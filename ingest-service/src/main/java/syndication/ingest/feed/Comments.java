package syndication.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where and how much an entry is talked about.
///
/// @param page where people comment, or `null`
/// @param post where programs comment (the comment API), or `null`
/// @param feed feed of the comments, or `null`
/// @param count as stated, or `null`
/// @param inReplyTo id of what the entry answers, or `null`
public record Comments(
    @Nullable URI page,
    @Nullable URI post,
    @Nullable URI feed,
    @Nullable Integer count,
    @Nullable Reply inReplyTo) {

  /// What an entry answers (Atom threading).
  public record Reply(
      @Nullable String ref, @Nullable URI href, @Nullable String type, @Nullable URI source) {}

  public static final Comments NONE = new Comments(null, null, null, null, null);
}
