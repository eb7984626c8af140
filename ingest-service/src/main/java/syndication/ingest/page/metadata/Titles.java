package syndication.ingest.page.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// Finds an article's title, without the site's name.
public final class Titles {

  private static final int TITLE_CHARS_MAX = 300;

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|\\-–—•·»:/<]\\s+|\\s*[|»]\\s*|:\\s+");

  private static final Pattern HOME = Pattern.compile("/|(https?:)?//[^/]+/?");
  private static final double SHARED_WORDS_MIN = 0.5;
  private static final int ONLY_HEADING_CHARS_MIN = 15;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Titles() {}

  /// @param segment of the title in the layout, or -1
  record Found(@Nullable String title, int segment) {}

  static Found find(
      Statements stated, String documentTitle, Layout layout, @Nullable String siteName) {
    String og = stated.meta("og:title", "twitter:title");
    List<Segment> headings =
        layout.segments().stream()
            .filter(it -> it.box().tag().equals("h1") && it.length() <= TITLE_CHARS_MAX)
            .filter(it -> !leadsHome(it))
            .toList();
    for (Segment heading : headings) {
      if (isIn(heading.text(), og) || isIn(heading.text(), documentTitle)) {
        return new Found(signed(heading.text(), siteName), heading.index());
      }
    }
    Segment named = headings.isEmpty() ? named(layout, og == null ? documentTitle : og) : null;
    if (named != null) {
      return new Found(named.text(), named.index());
    }
    String headline = stated.linkedData().text("headline");
    headline = headline == null ? stated.linkedData().text("name") : headline;
    Segment likely =
        likely(headings, new @Nullable String[] {headline, og, documentTitle}, siteName);
    if (likely != null) {
      return new Found(likely.text(), likely.index());
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

  /// The heading that says what the stated titles say in other words, or the only one there is.
  private static @Nullable Segment likely(
      List<Segment> headings, @Nullable String[] titles, @Nullable String siteName) {
    for (Segment heading : headings) {
      for (String title : titles) {
        if (title != null && sharedWords(heading.text(), title) >= SHARED_WORDS_MIN) {
          return heading;
        }
      }
    }
    if (headings.size() != 1 || headings.getFirst().length() < ONLY_HEADING_CHARS_MIN) {
      return null;
    }
    Segment only = headings.getFirst();
    boolean site = siteName != null && letters(siteName).contains(letters(only.text()));
    boolean home = only.linkDensity() > 0.5;
    return site || home || only.text().indexOf(' ') < 0 ? null : only;
  }

  /// The first heading of blogs is their own name, linked to their first page.
  private static boolean leadsHome(Segment heading) {
    Element link = heading.box().element().selectFirst("a[href]");
    return link != null
        && heading.linkDensity() > 0.8
        && HOME.matcher(link.attr("href").strip()).matches();
  }

  /// A lesser heading that is named for the title and stands in the page's stated one.
  private static @Nullable Segment named(Layout layout, String title) {
    for (Segment segment : layout.segments()) {
      if (segment.box().isHeading()
          && segment.box().element().className().contains("title")
          && isIn(segment.text(), title)
          && !leadsHome(segment)) {
        return segment;
      }
    }
    return null;
  }

  /// A heading without the site's name behind a dash or bar.
  private static String signed(String heading, @Nullable String siteName) {
    int at = -1;
    for (int i = 1; i + 1 < heading.length(); i++) {
      at = "|–—-·•".indexOf(heading.charAt(i)) >= 0 && heading.charAt(i - 1) == ' ' ? i : at;
    }
    boolean site =
        at > 0 && siteName != null && letters(heading.substring(at)).equals(letters(siteName));
    return site ? heading.substring(0, at).strip() : heading;
  }

  /// Share of the words of the shorter that the longer has, of at least three.
  private static double sharedWords(String one, String other) {
    Set<String> mine = words(one);
    Set<String> theirs = words(other);
    int smaller = Math.min(mine.size(), theirs.size());
    if (smaller < 3) {
      return 0;
    }
    long both = mine.stream().filter(theirs::contains).count();
    return (double) both / smaller;
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT), -1)) {
      if (word.length() > 2) {
        words.add(word);
      }
    }
    return words;
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
    int bar = text.lastIndexOf(" | ");
    if (bar >= ONLY_HEADING_CHARS_MIN) {
      return withoutSite(text.substring(0, bar), siteName);
    }
    int at = text.lastIndexOf(last);
    boolean colon = at >= 2 && text.charAt(at - 2) == ':';
    boolean shortTail = !colon && last.length() < 35 && 2 * last.length() < text.length();
    return shortTail ? text.substring(0, at).replaceFirst("[\\s|\\-–—•·»:/<]+$", "") : text;
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
