package syndication.ingest.page.metadata;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// Finds an article's title, without the site's name.
public final class Titles {

  private static final int TITLE_CHARS_MAX = 300;
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|\\-–—•·»:/<]\\s+|\\s*[|»]\\s*|:\\s+");

  private Titles() {}

  /// @param segment of the title in the layout, or -1
  record Found(@Nullable String title, int segment) {}

  static Found find(
      Statements stated, String documentTitle, Layout layout, @Nullable String siteName) {
    String og = stated.meta("og:title", "twitter:title");
    List<Segment> headings =
        layout.segments().stream()
            .filter(it -> it.box().tag().equals("h1") && it.length() <= TITLE_CHARS_MAX)
            .toList();
    for (Segment heading : headings) {
      if (isIn(heading.text(), og) || isIn(heading.text(), documentTitle)) {
        return new Found(heading.text(), heading.index());
      }
    }
    String headline = stated.linkedData().text("headline");
    if (headline == null) {
      headline = stated.linkedData().text("name");
    }
    String stripped = og == null ? null : withoutSite(og, siteName);
    String title = first(headline, stripped, withoutSite(documentTitle, siteName));
    if (title == null || title.length() > TITLE_CHARS_MAX) {
      return headings.isEmpty()
          ? new Found(null, -1)
          : new Found(headings.getFirst().text(), headings.getFirst().index());
    }
    return new Found(title, segmentOf(title, layout, headings));
  }

  private static int segmentOf(String title, Layout layout, List<Segment> headings) {
    String wanted = letters(title);
    for (Segment segment : layout.segments()) {
      if (segment.length() <= TITLE_CHARS_MAX
          && segment.length() >= title.length() / 2
          && segment.linkDensity() < 0.5
          && letters(segment.text()).equals(wanted)) {
        return segment.index();
      }
    }
    return headings.size() == 1 ? headings.getFirst().index() : -1;
  }

  private static boolean isIn(String heading, @Nullable String title) {
    if (title == null) {
      return false;
    }
    String small = letters(heading);
    String large = letters(title);
    return small.length() >= 8 && 3 * small.length() >= large.length() && large.contains(small);
  }

  /// The title without a leading or trailing site name.
  public static @Nullable String withoutSite(String title, @Nullable String siteName) {
    String text = title.strip();
    if (text.isEmpty()) {
      return null;
    }
    String[] parts = SEPARATOR.split(text, -1);
    if (parts.length < 2) {
      return text;
    }
    String last = parts[parts.length - 1];
    String first = parts[0];
    if (siteName != null) {
      String site = letters(siteName);
      if (letters(last).equals(site)) {
        return text.substring(0, text.lastIndexOf(last)).replaceFirst("[\\s|\\-–—•·»:/<]+$", "");
      }
      if (letters(first).equals(site)) {
        return text.substring(first.length()).replaceFirst("^[\\s|\\-–—•·»:/<]+", "");
      }
    }
    boolean colon =
        text.indexOf(':') >= 0
            && text.lastIndexOf(last) >= 2
            && text.charAt(text.lastIndexOf(last) - 2) == ':';
    boolean shortTail = !colon && last.length() < 30 && 2 * last.length() < text.length();
    return shortTail
        ? text.substring(0, text.lastIndexOf(last)).replaceFirst("[\\s|\\-–—•·»:/<]+$", "")
        : text;
  }

  static String letters(String text) {
    var out = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (Character.isLetterOrDigit(lower.charAt(i))) {
        out.append(lower.charAt(i));
      }
    }
    return out.toString();
  }

  @SafeVarargs
  static <T> @Nullable T first(@Nullable T... values) {
    for (T value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
