package syndication.ingest.article;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of an article's body, in reading order.
///
/// `text` is plain text without line ends, never blank. `html` is the same with inline markup only
/// (`a[href]`, `em`, `strong`, `b`, `i`, `code`, `sub`, `sup`, `br`), escaped and safe, addresses
/// absolute.
public sealed interface Block {

  /// @param level 2 to 6; the article's title is not a block
  record Heading(int level, String text) implements Block {}

  record Paragraph(String text, String html) implements Block {}

  /// @param items each with its inline markup, at least one
  record Listing(boolean ordered, List<Paragraph> items) implements Block {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /// @param paragraphs at least one
  record Quote(List<Paragraph> paragraphs) implements Block {
    public Quote {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /// @param rows cells as plain text, row by row; the first is the header row if `header`
  record Table(boolean header, List<List<String>> rows) implements Block {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  record Preformatted(String text) implements Block {}

  /// An image of the article. Its words are not part of the body's text.
  ///
  /// @param caption plain text, or `null`
  /// @param credit who made it, or `null`
  record Figure(URI image, @Nullable String alt, @Nullable String caption, @Nullable String credit)
      implements Block {}

  /// Something shown from elsewhere (a video, a social post), kept as a link.
  record Embed(URI address, @Nullable String title) implements Block {}
}
