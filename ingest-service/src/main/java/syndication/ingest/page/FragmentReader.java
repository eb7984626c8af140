package syndication.ingest.page;

import java.net.URI;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Body;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Media;
import syndication.ingest.article.ParsedArticle.Notes;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.article.Removed;
import syndication.ingest.page.blocks.BlockWriter;
import syndication.ingest.page.extraction.Chrome;
import syndication.ingest.page.layout.Layout;

/// Reads the HTML of a body that came without a page around it, from a feed entry or a ninjs
/// document: all of it is the story but for promos and pointers, which are cut.
///
/// Answers a value for any string. Thread-safe.
public final class FragmentReader {

  private static final int DEPTH_MAX = 256;
  private static final int HTML_CHARS_MAX = 12_000_000;

  /// A body, and what was found beside it.
  public record Fragment(
      Body body,
      List<Removed> removed,
      List<Media> media,
      List<Related> related,
      Notes notes,
      @Nullable Attribution attribution,
      List<String> warnings) {}

  public Fragment read(String html, @Nullable URI base) {
    return read(html, base, null);
  }

  /// @param title of the article, so that its repetition in the body can be cut
  public Fragment read(String html, @Nullable URI base, @Nullable String title) {
    String bounded = html.length() <= HTML_CHARS_MAX ? html : html.substring(0, HTML_CHARS_MAX);
    Document document = Parser.htmlParser().setMaxDepth(DEPTH_MAX).parseInput(bounded, "");
    Layout layout = Layout.of(document.body());
    Chrome chrome = Chrome.of(layout);
    var chosen = new BitSet();
    for (int i = 0; i < layout.segments().size(); i++) {
      if (chrome.rule(i) == null) {
        chosen.set(i);
      }
    }
    Story story = Story.of(BlockWriter.write(layout, chosen, base), title, null);
    return new Fragment(
        story.body(),
        List.copyOf(story.removed(chrome.removed())),
        List.copyOf(story.media(null)),
        story.cleaned().related(),
        story.cleaned().notes(),
        story.cleaned().attribution(),
        story.cleaned().warnings());
  }
}
