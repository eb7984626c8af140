package syndication.ingest.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.article.ParsedArticle.Rights;
import syndication.ingest.article.Removed;
import syndication.ingest.article.SyndicationRight;
import syndication.ingest.page.blocks.Addresses;
import syndication.ingest.page.blocks.BlockWriter;
import syndication.ingest.page.extraction.Extraction;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;
import syndication.ingest.page.metadata.Moment;
import syndication.ingest.page.metadata.PageMetadata;

/// Reads the bytes of a web page as an article: what the page states, the story found in it, and
/// what was cut and why.
///
/// Answers a value for any bytes. Thread-safe.
public final class PageReader {

  /// Larger pages are not articles; the largest article pages seen have 5 MB.
  static final int PAGE_BYTES_MAX = 12_000_000;

  /// Deeper elements are joined to their parents by the parser.
  private static final int DEPTH_MAX = 256;

  private static final int TITLE_CHARS_MAX = 300;
  private static final int REMOVED_MAX = 200;

  public PageReading read(byte[] bytes, @Nullable String contentType, @Nullable URI address) {
    if (bytes.length > PAGE_BYTES_MAX) {
      return new PageReading.Unreadable(
          "page.too-large",
          "page: %d bytes (expected: <= %d)".formatted(bytes.length, PAGE_BYTES_MAX),
          null);
    }
    String html = PageBytes.decode(bytes, contentType);
    if (isBinary(html)) {
      return new PageReading.Unreadable(
          "page.not-text", "page: binary data (expected: HTML)", "byte 0");
    }
    Document document = Parser.htmlParser().setMaxDepth(DEPTH_MAX).parseInput(html, "");
    URI base = base(document, address);
    Layout layout = Layout.of(document.body());
    PageMetadata stated = PageMetadata.of(document, layout, address, base);
    Extraction found = Extraction.of(layout, stated.titleSegment(), stated.body());
    Story story =
        Story.of(
            BlockWriter.write(layout, found.segments(), base), stated.title(), stated.byline());
    String title = title(stated, story);
    if (title == null) {
      return new PageReading.Unreadable(
          "page.empty", "page: no title and no text (expected: an article)", null);
    }
    return new PageReading.Read(article(title, stated, story, cut(layout, found)));
  }

  private static PageArticle article(
      String title, PageMetadata stated, Story story, List<Removed> cut) {
    Moment published = stated.published();
    Moment modified = stated.modified();
    Moment stamped = published == null ? stamp(story.cleaned().stamps()) : published;
    var warnings = new ArrayList<>(stated.warnings());
    warnings.addAll(story.cleaned().warnings());
    if (story.body().text().isEmpty()) {
      warnings.add("No text of an article was found in the page.");
    }
    return new PageArticle(
        title,
        stated.byline() == null ? story.cleaned().byline() : stated.byline(),
        stamped == null ? null : stamped.instant(),
        modified == null ? null : modified.instant(),
        published == null && stamped != null ? DateQuality.INFERRED : DateQuality.STATED,
        stamped == null ? null : stamped.asWritten(),
        stated.siteName(),
        stated.language(),
        stated.image(),
        stated.canonical(),
        stated.others(),
        story.body(),
        stated.description(),
        stated.categories(),
        story.media(stated.image()),
        related(stated, story),
        story.cleaned().notes(),
        story.cleaned().attribution(),
        new Rights(stated.holder(), stated.rights(), null, SyndicationRight.UNKNOWN),
        story.removed(cut),
        warnings);
  }

  private static List<Related> related(PageMetadata stated, Story story) {
    var related = new ArrayList<>(story.cleaned().related());
    if (stated.next() != null) {
      related.add(new Related("nextPage", null, stated.next()));
    }
    return related;
  }

  private static @Nullable Moment stamp(List<String> stamps) {
    for (String stamp : stamps) {
      Moment moment = Moment.in(stamp);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  private static @Nullable String title(PageMetadata stated, Story story) {
    String title = stated.title();
    if (title == null || title.isBlank()) {
      title = story.body().text().lines().findFirst().orElse(null);
    }
    if (title == null || title.isBlank()) {
      return null;
    }
    String line = title.replaceAll("\\s+", " ").strip();
    return line.length() <= TITLE_CHARS_MAX ? line : line.substring(0, TITLE_CHARS_MAX - 1) + "…";
  }

  /// What was cut inside the story's range, one entry for neighbours cut by one rule.
  private static List<Removed> cut(Layout layout, Extraction found) {
    var removed = new ArrayList<Removed>();
    String rule = null;
    var words = new StringBuilder();
    for (Segment segment : layout.segments()) {
      String mine = segment.isText() ? found.cut().get(segment.index()) : null;
      if (rule != null && !rule.equals(mine)) {
        removed.add(new Removed(rule, words.toString()));
        words.setLength(0);
      }
      rule = mine;
      if (mine != null && words.length() < Removed.TEXT_CHARS_MAX) {
        words.append(words.isEmpty() ? "" : " ").append(segment.text());
      }
    }
    if (rule != null) {
      removed.add(new Removed(rule, words.toString()));
    }
    return removed.size() <= REMOVED_MAX ? removed : removed.subList(0, REMOVED_MAX);
  }

  private static @Nullable URI base(Document document, @Nullable URI address) {
    Element base = document.selectFirst("base[href]");
    URI stated = base == null ? null : Addresses.resolve(address, base.attr("href"));
    return stated == null ? address : stated;
  }

  private static boolean isBinary(String text) {
    int zeros = 0;
    int end = Math.min(text.length(), 1_000);
    for (int i = 0; i < end; i++) {
      zeros += text.charAt(i) == 0 ? 1 : 0;
    }
    return zeros > 10 && zeros * 20 > end;
  }
}
