package syndication.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.Body;
import syndication.ingest.article.ParsedArticle.Notes;

/// Makes paragraphs of a fragment, for these tests.
final class JsoupFragments implements Fragments {

  @Override
  public Fragment read(String html, @Nullable URI base, @Nullable String title) {
    Element body = Jsoup.parseBodyFragment(html).body();
    var blocks = new ArrayList<Block>();
    for (Element paragraph : body.select("p")) {
      blocks.add(new Block.Paragraph(paragraph.text(), paragraph.html()));
    }
    if (blocks.isEmpty() && body.hasText()) {
      blocks.add(new Block.Paragraph(body.text(), body.html()));
    }
    return new Fragment(
        new Body(blocks), List.of(), List.of(), List.of(), Notes.NONE, null, List.of());
  }
}
