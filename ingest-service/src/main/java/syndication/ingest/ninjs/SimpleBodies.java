package syndication.ingest.ninjs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.Body;

/// Blocks of bodies that a newsroom system wrote: well-meant markup without a page around it.
public final class SimpleBodies implements BodyReader {

  private static final Set<String> DROPPED =
      Set.of("script", "style", "noscript", "template", "iframe", "object", "form", "nav");

  private static final Safelist INLINE =
      Safelist.none()
          .addTags("a", "em", "strong", "b", "i", "code", "sub", "sup", "br")
          .addAttributes("a", "href")
          .addProtocols("a", "href", "http", "https", "mailto");

  @Override
  public Body html(String html, @Nullable URI base) {
    Element body = Jsoup.parseBodyFragment(html, base == null ? "" : base.toString()).body();
    List<Block> blocks = new ArrayList<>();
    blocks(body, blocks);
    return new Body(blocks);
  }

  @Override
  public Body text(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : text.split("\\R")) {
      String line = paragraph.replaceAll("\\s+", " ").strip();
      if (!line.isEmpty()) {
        blocks.add(new Block.Paragraph(line, Entities.escape(line)));
      }
    }
    return new Body(blocks);
  }

  private static void blocks(Element parent, List<Block> blocks) {
    var loose = new Element("p");
    loose.setBaseUri(parent.baseUri());
    for (Node node : List.copyOf(parent.childNodes())) {
      if (node instanceof Element it && it.isBlock()) {
        paragraph(loose, blocks);
        block(it, blocks);
      } else if (node instanceof Element it && it.tagName().equals("img")) {
        figure(it, null, blocks);
      } else if (node instanceof Element || node instanceof TextNode) {
        loose.appendChild(node);
      }
    }
    paragraph(loose, blocks);
  }

  private static void block(Element it, List<Block> blocks) {
    String name = it.tagName().toLowerCase(Locale.ROOT);
    if (DROPPED.contains(name)) {
      return;
    }
    switch (name) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        if (it.hasText()) {
          blocks.add(new Block.Heading(Math.max(2, name.charAt(1) - '0'), it.text()));
        }
      }
      case "p" -> {
        it.select("img").forEach(image -> figure(image, null, blocks));
        paragraph(it, blocks);
      }
      case "ul", "ol" -> {
        List<Block.Paragraph> items =
            it.children().stream().filter(Element::hasText).map(SimpleBodies::inline).toList();
        if (!items.isEmpty()) {
          blocks.add(new Block.Listing(name.equals("ol"), items));
        }
      }
      case "blockquote" -> quote(it, blocks);
      case "table" -> table(it, blocks);
      case "pre" -> {
        if (it.hasText()) {
          blocks.add(new Block.Preformatted(it.text()));
        }
      }
      case "figure" -> {
        Element image = it.selectFirst("img");
        Element caption = it.selectFirst("figcaption");
        if (image != null) {
          figure(image, caption == null ? null : caption.text(), blocks);
        }
      }
      default -> blocks(it, blocks);
    }
  }

  private static void quote(Element it, List<Block> blocks) {
    List<Block.Paragraph> paragraphs =
        (it.select("p").isEmpty() ? List.of(it) : it.select("p"))
            .stream().filter(Element::hasText).map(SimpleBodies::inline).toList();
    if (!paragraphs.isEmpty()) {
      blocks.add(new Block.Quote(paragraphs));
    }
  }

  private static void table(Element it, List<Block> blocks) {
    List<List<String>> rows =
        it.select("tr").stream()
            .map(row -> row.select("th, td").stream().map(Element::text).toList())
            .filter(row -> !row.isEmpty())
            .toList();
    if (!rows.isEmpty()) {
      blocks.add(new Block.Table(it.selectFirst("th") != null, rows));
    }
  }

  private static void figure(Element image, @Nullable String caption, List<Block> blocks) {
    URI address = Fields.web(image.absUrl("src"));
    if (address != null) {
      String alt = image.attr("alt").isBlank() ? null : image.attr("alt");
      blocks.add(new Block.Figure(address, alt, caption, null));
    }
  }

  private static void paragraph(Element it, List<Block> blocks) {
    if (it.hasText()) {
      blocks.add(inline(it));
    }
    it.empty();
  }

  private static Block.Paragraph inline(Element it) {
    String html = Jsoup.clean(it.html(), it.baseUri(), INLINE).replaceAll("\\s*\\n\\s*", " ");
    return new Block.Paragraph(it.text(), html.strip());
  }
}
