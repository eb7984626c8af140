package syndication.ingest.feed.encoding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Problem;

/// The characters of a feed, and how they were found out.
///
/// @param encoding name of the encoding they were read with, in lower case
/// @param declared what HTTP or the XML declaration said, in lower case, or `null`
/// @param problems what was declared wrongly
public record Decoded(
    String text, String encoding, @Nullable String declared, List<Problem> problems) {
  public Decoded {
    problems = List.copyOf(problems);
  }
}
