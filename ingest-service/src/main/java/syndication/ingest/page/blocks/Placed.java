package syndication.ingest.page.blocks;

import java.util.List;
import syndication.ingest.article.Block;
import syndication.ingest.text.Line;

/// A block with what cleaning wants to know about it.
///
/// @param linkChars characters of its text that are inside links
public record Placed(Block block, int linkChars, List<Line.Link> links) {

  static Placed plain(Block block) {
    return new Placed(block, 0, List.of());
  }

  /// What cleaning reads.
  public Line line() {
    return switch (block) {
      case Block.Heading it -> new Line(Line.Kind.HEADING, it.text(), linkChars, links);
      case Block.Paragraph it -> new Line(Line.Kind.PARAGRAPH, it.text(), linkChars, links);
      case Block.Listing it ->
          other(String.join(" ", it.items().stream().map(Block.Paragraph::text).toList()));
      case Block.Quote it ->
          other(String.join(" ", it.paragraphs().stream().map(Block.Paragraph::text).toList()));
      case Block.Table _, Block.Preformatted _, Block.Figure _, Block.Embed _ -> other("");
    };
  }

  private Line other(String text) {
    return new Line(Line.Kind.OTHER, text, linkChars, links);
  }
}
