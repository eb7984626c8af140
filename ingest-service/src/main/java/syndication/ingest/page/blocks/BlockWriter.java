package syndication.ingest.page.blocks;

import java.net.URI;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.page.layout.Box;
import syndication.ingest.page.layout.Hint;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;
import syndication.ingest.text.Line;

/// Writes chosen segments of a page as blocks, in reading order.
public final class BlockWriter {

  private static final Set<String> LISTS = Set.of("ul", "ol");
  private static final Set<String> ITEMS = Set.of("li");
  private static final Set<String> TABLES = Set.of("table");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Set<String> ROWS = Set.of("tr");
  private static final Set<String> QUOTES = Set.of("blockquote");
  private static final Set<String> FIGURES = Set.of("figure");
  private static final Set<String> PREFORMATTED = Set.of("pre");

  private final Layout layout;
  private final BitSet chosen;
  private final @Nullable URI base;
  private final Inline inline;
  private final Shapes shapes;
  private final List<Placed> out = new ArrayList<>();

  private BlockWriter(Layout layout, BitSet chosen, @Nullable URI base) {
    this.layout = layout;
    this.chosen = chosen;
    this.base = base;
    this.inline = new Inline(base);
    this.shapes = new Shapes(layout);
  }

  public static List<Placed> write(Layout layout, BitSet chosen, @Nullable URI base) {
    var writer = new BlockWriter(layout, chosen, base);
    int i = chosen.nextSetBit(0);
    while (i >= 0) {
      int next = Math.max(i + 1, writer.group(layout.segments().get(i)));
      i = chosen.nextSetBit(next);
    }
    return writer.out;
  }

  /// Writes the group that starts with this segment; answers the first index after it.
  private int group(Segment segment) {
    Box figure = segment.box().enclosing(FIGURES);
    if (figure != null && shapes.isFigure(figure)) {
      return figure(figure);
    }
    if (!segment.isText()) {
      picture(segment, null);
      return segment.index() + 1;
    }
    Box table = outermost(segment.box(), TABLES);
    if (table != null && shapes.isData(table)) {
      return table(table);
    }
    Box quote = outermost(segment.box(), QUOTES);
    if (quote != null) {
      return quote(quote);
    }
    Box list = outermost(segment.box(), LISTS);
    if (list != null && shapes.isListing(list)) {
      return list(list);
    }
    text(segment);
    return segment.index() + 1;
  }

  private void text(Segment segment) {
    if (segment.box().is(Hint.CAPTION) && attachCaption(segment.text())) {
      return;
    }
    if (segment.box().enclosing(PREFORMATTED) != null) {
      String words = preformatted(segment);
      out.add(Placed.plain(new Block.Preformatted(words)));
      return;
    }
    Block block =
        segment.box().isHeading()
            ? new Block.Heading(Math.max(2, segment.box().tag().charAt(1) - '0'), segment.text())
            : new Block.Paragraph(segment.text(), inline.html(segment));
    out.add(new Placed(block, segment.linkChars(), inline.links(segment)));
  }

  private boolean attachCaption(String words) {
    if (out.isEmpty()
        || !(out.getLast().block() instanceof Block.Figure figure)
        || figure.caption() != null) {
      return false;
    }
    Captions caption = Captions.of(words);
    out.set(
        out.size() - 1,
        Placed.plain(
            new Block.Figure(figure.image(), figure.alt(), caption.words(), caption.credit())));
    return true;
  }

  private static String preformatted(Segment segment) {
    var words = new StringBuilder();
    for (Node leaf : segment.leaves()) {
      words.append(leaf instanceof TextNode text ? text.getWholeText() : "\n");
    }
    return words.toString().strip();
  }

  private void picture(Segment segment, @Nullable String caption) {
    if (segment.kind() == Segment.Kind.EMBED) {
      URI address = Pictures.embed(segment.source(), base);
      if (address != null) {
        String title = segment.source().attr("title").strip();
        out.add(Placed.plain(new Block.Embed(address, title.isEmpty() ? caption : title)));
      }
      return;
    }
    URI image = Pictures.image(segment.source(), base);
    if (image != null && !isRepeat(image)) {
      String alt = segment.source().attr("alt").strip();
      Captions parts = Captions.of(caption);
      String shown = alt.isEmpty() ? null : alt;
      out.add(Placed.plain(new Block.Figure(image, shown, parts.words(), parts.credit())));
    }
  }

  private boolean isRepeat(URI image) {
    return !out.isEmpty()
        && out.getLast().block() instanceof Block.Figure figure
        && figure.image().equals(image);
  }

  private int figure(Box figure) {
    var caption = new StringBuilder();
    int shown = 0;
    for (int i = figure.first(); i < figure.end(); i++) {
      Segment segment = layout.segments().get(i);
      if (segment.isText()) {
        caption.append(caption.isEmpty() ? "" : " ").append(segment.text());
      }
    }
    for (int i = figure.first(); i < figure.end(); i++) {
      Segment segment = layout.segments().get(i);
      if (!segment.isText() && shown++ == 0) {
        picture(segment, caption.isEmpty() ? null : caption.toString());
      }
    }
    return figure.end();
  }

  private int table(Box table) {
    Map<Box, Map<Box, StringBuilder>> rows = new LinkedHashMap<>();
    boolean header = false;
    for (int i = table.first(); i < table.end(); i++) {
      Segment segment = layout.segments().get(i);
      Box row = segment.box().enclosing(ROWS);
      Box cell = segment.box().enclosing(CELLS);
      if (!segment.isText() || !chosen.get(i)) {
        continue;
      }
      if (row == null || cell == null || row.index() < table.index()) {
        text(segment);
        continue;
      }
      header = header || (rows.isEmpty() && cell.tag().equals("th"));
      StringBuilder words =
          rows.computeIfAbsent(row, _ -> new LinkedHashMap<>())
              .computeIfAbsent(cell, _ -> new StringBuilder());
      words.append(words.isEmpty() ? "" : " ").append(segment.text());
    }
    if (!rows.isEmpty()) {
      List<List<String>> cells =
          rows.values().stream()
              .map(row -> row.values().stream().map(StringBuilder::toString).toList())
              .toList();
      out.add(Placed.plain(new Block.Table(header, cells)));
    }
    return table.end();
  }

  private int quote(Box quote) {
    var paragraphs = new ArrayList<Block.Paragraph>();
    var links = new ArrayList<Line.Link>();
    int linkChars = 0;
    for (int i = quote.first(); i < quote.end(); i++) {
      Segment segment = layout.segments().get(i);
      if (segment.isText() && chosen.get(i)) {
        paragraphs.add(new Block.Paragraph(segment.text(), inline.html(segment)));
        links.addAll(inline.links(segment));
        linkChars += segment.linkChars();
      }
    }
    String name = quote.element().className();
    URI last = links.isEmpty() ? null : links.getLast().address();
    boolean social =
        name.contains("twitter-") || name.contains("instagram-") || name.contains("tiktok-");
    if (social && last != null) {
      String words = paragraphs.isEmpty() ? null : paragraphs.getFirst().text();
      out.add(Placed.plain(new Block.Embed(last, words)));
    } else if (!paragraphs.isEmpty()) {
      out.add(new Placed(new Block.Quote(List.copyOf(paragraphs)), linkChars, links));
    }
    return quote.end();
  }

  private int list(Box list) {
    Map<Box, Block.Paragraph> items = new LinkedHashMap<>();
    var links = new ArrayList<Line.Link>();
    int linkChars = 0;
    for (int i = list.first(); i < list.end(); i++) {
      Segment segment = layout.segments().get(i);
      if (segment.isText() && chosen.get(i)) {
        Box item = segment.box().enclosing(ITEMS);
        var words = new Block.Paragraph(segment.text(), inline.html(segment));
        items.merge(item == null ? list : item, words, BlockWriter::join);
        links.addAll(inline.links(segment));
        linkChars += segment.linkChars();
      }
    }
    if (!items.isEmpty()) {
      boolean ordered = list.tag().equals("ol");
      var block = new Block.Listing(ordered, List.copyOf(items.values()));
      out.add(new Placed(block, linkChars, links));
    }
    return list.end();
  }

  private static Block.Paragraph join(Block.Paragraph one, Block.Paragraph other) {
    return new Block.Paragraph(one.text() + ' ' + other.text(), one.html() + ' ' + other.html());
  }

  private static @Nullable Box outermost(Box inner, Set<String> tags) {
    Box found = null;
    for (Box box = inner; box != null; box = box.parent()) {
      if (tags.contains(box.tag())) {
        found = box;
      }
    }
    return found;
  }
}
