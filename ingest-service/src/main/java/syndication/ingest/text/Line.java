package syndication.ingest.text;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of plain text, or one block of a page, as the cleaning rules see it.
///
/// @param linkChars characters of `text` inside links; 0 for plain text
public record Line(Kind kind, String text, int linkChars, List<Link> links) {

  public Line {
    links = List.copyOf(links);
  }

  public static Line plain(String text) {
    return new Line(Kind.PARAGRAPH, text, 0, List.of());
  }

  /// What the line was in its page. Plain text has paragraphs only.
  public enum Kind {
    HEADING,
    PARAGRAPH,
    /// A list, table, figure: cut as a whole or not at all.
    OTHER
  }

  /// @param address absolute, or `null` when it leads nowhere on the web
  public record Link(String text, @Nullable URI address) {}
}
