package syndication.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed as read.
///
/// @param encoding what the bytes were read as, in lower case
/// @param declaredEncoding what HTTP or the feed said, in lower case, or `null`
/// @param wellFormed whether nothing had to be mended
/// @param unreadable entries that are lost, each with its reason; a feed of which nothing can be
///   read has one that stands for the whole
/// @param problems what was mended, in reading order, bounded
public record Feed(
    FeedFormat format,
    FeedInfo info,
    List<Entry> entries,
    List<Unreadable> unreadable,
    List<String> problems,
    String encoding,
    @Nullable String declaredEncoding,
    boolean wellFormed) {
  public Feed {
    entries = List.copyOf(entries);
    unreadable = List.copyOf(unreadable);
    problems = List.copyOf(problems);
  }
}
