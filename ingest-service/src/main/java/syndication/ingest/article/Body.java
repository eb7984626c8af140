package syndication.ingest.article;

import java.util.List;

/// The blocks of an article, and their renderings.
public record Body(List<Block> blocks) {

  public static final Body EMPTY = new Body(List.of());

  public Body {
    blocks = List.copyOf(blocks);
  }

  /// Plain text, one block a line (a list has a line for each item, a table one for each row),
  /// without figures and embeds. Empty when there is no text.
  public String text() {
    var out = new StringBuilder();
    for (Block block : blocks) {
      switch (block) {
        case Block.Heading it -> line(out, it.text());
        case Block.Paragraph it -> line(out, it.text());
        case Block.Listing it -> it.items().forEach(item -> line(out, item.text()));
        case Block.Quote it -> it.paragraphs().forEach(paragraph -> line(out, paragraph.text()));
        case Block.Table it -> it.rows().forEach(row -> line(out, String.join(" | ", row)));
        case Block.Preformatted it -> line(out, it.text());
        case Block.Figure _, Block.Embed _ -> {}
      }
    }
    return out.toString();
  }

  /// HTML of the blocks: `h2`-`h6`, `p`, `ul`, `ol`, `blockquote`, `table`, `pre`, `figure` and
  /// links, and nothing that could run.
  public String html() {
    var out = new StringBuilder();
    for (Block block : blocks) {
      switch (block) {
        case Block.Heading it -> element(out, "h" + it.level(), escape(it.text()));
        case Block.Paragraph it -> element(out, "p", it.html());
        case Block.Listing it -> listing(out, it);
        case Block.Quote it -> quote(out, it);
        case Block.Table it -> table(out, it);
        case Block.Preformatted it -> element(out, "pre", escape(it.text()));
        case Block.Figure it -> figure(out, it);
        case Block.Embed it -> embed(out, it);
      }
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String text) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    out.append(text);
  }

  private static void element(StringBuilder out, String name, String content) {
    out.append('<').append(name).append('>').append(content);
    out.append("</").append(name).append(">\n");
  }

  private static void listing(StringBuilder out, Block.Listing list) {
    var items = new StringBuilder("\n");
    list.items().forEach(item -> element(items, "li", item.html()));
    element(out, list.ordered() ? "ol" : "ul", items.toString());
  }

  private static void quote(StringBuilder out, Block.Quote quote) {
    var paragraphs = new StringBuilder("\n");
    quote.paragraphs().forEach(paragraph -> element(paragraphs, "p", paragraph.html()));
    element(out, "blockquote", paragraphs.toString());
  }

  private static void table(StringBuilder out, Block.Table table) {
    var rows = new StringBuilder("\n");
    for (int i = 0; i < table.rows().size(); i++) {
      String cell = table.header() && i == 0 ? "th" : "td";
      var cells = new StringBuilder();
      for (String text : table.rows().get(i)) {
        cells.append('<').append(cell).append('>').append(escape(text));
        cells.append("</").append(cell).append('>');
      }
      element(rows, "tr", cells.toString());
    }
    element(out, "table", rows.toString());
  }

  private static void figure(StringBuilder out, Block.Figure figure) {
    var content = new StringBuilder();
    content.append("<img src=\"").append(escape(figure.image().toString())).append("\" alt=\"");
    content.append(figure.alt() == null ? "" : escape(figure.alt())).append("\">");
    if (figure.caption() != null || figure.credit() != null) {
      content.append("<figcaption>");
      content.append(figure.caption() == null ? "" : escape(figure.caption()));
      if (figure.credit() != null) {
        content.append(figure.caption() == null ? "" : " ");
        content.append("<cite>").append(escape(figure.credit())).append("</cite>");
      }
      content.append("</figcaption>");
    }
    element(out, "figure", content.toString());
  }

  private static void embed(StringBuilder out, Block.Embed embed) {
    String address = escape(embed.address().toString());
    String title = embed.title() == null ? address : escape(embed.title());
    element(out, "p", "<a href=\"" + address + "\">" + title + "</a>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
