package syndication.ingest.page.metadata;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.blocks.Addresses;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;
import syndication.ingest.text.Groups;

/// Which page of its article this page is.
///
/// @param page 1-based, or 0 when the page does not say
/// @param pages how many there are, or 0
/// @param next address of the next page, or `null`
record Pagination(int page, int pages, @Nullable URI next) {

  private static final int LINE_CHARS_MAX = 40;

  private static final Pattern COUNT =
      Pattern.compile(
          "(?<!\\p{L})(?:page|seite|página|pagina|страница)\\s+(\\d{1,3})\\s*(?:of|von|sur|de|di|из|/)\\s*(\\d{1,3})(?!\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// How addresses of further pages end. Blogs link the next post by `rel=next` too.
  private static final Pattern NUMBERED =
      Pattern.compile(
          "[?&](page|paged|seite|pagina|pag|pg|p|pn)=\\d{1,3}\\b|/(page/|seite/|p)?\\d{1,3}/?$|[-_,](p|page|seite)?\\d{1,3}\\.html?$",
          Pattern.CASE_INSENSITIVE);

  static Pagination of(
      Statements stated, String documentTitle, Layout layout, @Nullable URI base) {
    URI next = next(stated, base);
    Matcher inTitle = COUNT.matcher(documentTitle);
    if (inTitle.find()) {
      return of(inTitle, next);
    }
    for (Segment segment : layout.segments()) {
      if (segment.isText() && segment.length() <= LINE_CHARS_MAX) {
        Matcher match = COUNT.matcher(segment.text());
        if (match.find()) {
          return of(match, next);
        }
      }
    }
    return new Pagination(0, 0, next);
  }

  private static Pagination of(Matcher match, @Nullable URI next) {
    int page = Integer.parseInt(Groups.group(match, 1));
    int pages = Integer.parseInt(Groups.group(match, 2));
    return page >= 1 && page <= pages
        ? new Pagination(page, pages, next)
        : new Pagination(0, 0, next);
  }

  private static @Nullable URI next(Statements stated, @Nullable URI base) {
    for (Element link : stated.links("next")) {
      String address = link.attr("href");
      if (!link.hasAttr("title") && NUMBERED.matcher(address).find()) {
        return Addresses.resolve(base, address);
      }
    }
    return null;
  }

  /// What the source should know, or `null` when the article is whole.
  @Nullable String warning() {
    String rest = next == null ? "" : "; it goes on at " + next;
    if (pages > 1) {
      return "This is page %d of %d of the article%s: send the article whole."
          .formatted(page, pages, rest);
    }
    return next == null
        ? null
        : "The article goes on at " + next + ": this page is only a part; send the article whole.";
  }
}
