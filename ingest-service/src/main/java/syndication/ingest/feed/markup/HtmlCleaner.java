package syndication.ingest.feed.markup;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/// Writes HTML anew from what is allowed: listed elements, listed attributes with safe values, and
/// text in which nothing is markup.
///
/// It goes over tags, not over a tree, so that fragments such as a lone table row come out as they
/// went in; whatever is not on a list cannot get into the result, because the result is written and
/// never copied. The tree comes later, when the fragment is made into blocks.
public final class HtmlCleaner {

  private static final int ENTITY_CHARS_MAX = 32;
  private static final int EMBEDS_MAX = 50;

  private final String html;
  private final @Nullable URI base;
  private final boolean markupClosesTags;
  private final StringBuilder out;
  private final List<URI> embeds = new ArrayList<>();
  private final Set<String> dropped = new LinkedHashSet<>();
  private final int lastGreater;
  private final int lastCommentEnd;
  private int svg;
  private int math;
  private int at;

  private HtmlCleaner(String html, @Nullable URI base, boolean markupClosesTags) {
    this.html = html;
    this.base = base;
    this.markupClosesTags = markupClosesTags;
    this.lastGreater = html.lastIndexOf('>');
    this.lastCommentEnd = html.lastIndexOf("-->");
    this.out = new StringBuilder(html.length() + 16);
  }

  /// @param base relative addresses are resolved against it, when it is known
  public static Cleaned html(String html, @Nullable URI base) {
    return new HtmlCleaner(html, base, false).clean();
  }

  /// The same for text that was written as XML, where `<p/>` is a whole element.
  public static Cleaned xhtml(String html, @Nullable URI base) {
    return new HtmlCleaner(html, base, true).clean();
  }

  private Cleaned clean() {
    while (at < html.length()) {
      int next = at;
      while (next < html.length() && html.charAt(next) != '<' && html.charAt(next) != '&') {
        next++;
      }
      out.append(html, at, next);
      at = next;
      if (at < html.length()) {
        if (html.charAt(at) == '&') {
          reference();
        } else {
          markup();
        }
      }
    }
    return new Cleaned(out.toString(), embeds, List.copyOf(dropped));
  }

  private void reference() {
    int end = at + 1;
    int limit = Math.min(html.length(), at + ENTITY_CHARS_MAX);
    while (end < limit
        && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '#')) {
      end++;
    }
    String name = html.substring(at + 1, end);
    boolean closed = end < html.length() && html.charAt(end) == ';';
    if (closed && isNumber(name)) {
      out.append('&').append(WindowsCharacters.reference(name)).append(';');
      at = end + 1;
    } else if (closed && Entities.isNamedEntity(name)) {
      out.append('&').append(name).append(';');
      at = end + 1;
    } else {
      out.append("&amp;");
      at++;
    }
  }

  private static boolean isNumber(String name) {
    if (name.length() < 2 || name.charAt(0) != '#') {
      return false;
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    for (int i = hex ? 2 : 1; i < name.length(); i++) {
      if (Character.digit(name.charAt(i), hex ? 16 : 10) < 0) {
        return false;
      }
    }
    return name.length() > (hex ? 2 : 1);
  }

  private void markup() {
    char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
    if (html.startsWith("<!--", at)) {
      int close = at <= lastCommentEnd ? html.indexOf("-->", at + 4) : -1;
      int greater = close < 0 ? html.indexOf('>', at + 4) : -1;
      at = close >= 0 ? close + 3 : greater >= 0 ? greater + 1 : html.length();
    } else if (next == '?' || (next == '!' && isLetter(at + 2))) {
      int close = at <= lastGreater ? html.indexOf('>', at) : -1;
      if (close < 0) {
        escape();
      } else {
        at = close + 1;
      }
    } else if (next == '/' && isLetter(at + 2)) {
      endTag();
    } else if (HtmlTag.isNameStart(next)) {
      startTag();
    } else {
      escape();
    }
  }

  private boolean isLetter(int index) {
    return index < html.length() && HtmlTag.isNameStart(html.charAt(index));
  }

  private void escape() {
    out.append("&lt;");
    at++;
  }

  private void endTag() {
    int end = at + 2;
    while (end < html.length() && HtmlTag.isNameChar(html.charAt(end))) {
      end++;
    }
    String name = html.substring(at + 2, end).toLowerCase(Locale.ROOT);
    while (end < html.length() && html.charAt(end) != '>' && html.charAt(end) != '<') {
      end++;
    }
    at = end < html.length() && html.charAt(end) == '>' ? end + 1 : end;
    String written = writtenName(name);
    if (written != null && !HtmlNames.VOID.contains(name)) {
      out.append("</").append(written).append('>');
    }
    svg -= name.equals("svg") && svg > 0 ? 1 : 0;
    math -= name.equals("math") && math > 0 ? 1 : 0;
  }

  /// How the element is written where we are, or `null` when it is not allowed here.
  private @Nullable String writtenName(String name) {
    if (svg > 0 || name.equals("svg")) {
      String drawing = DrawingNames.SVG_ELEMENTS.get(name);
      if (drawing != null) {
        return drawing;
      }
    }
    if (math > 0 || name.equals("math")) {
      String formula = DrawingNames.MATH_ELEMENTS.get(name);
      if (formula != null) {
        return formula;
      }
    }
    return HtmlNames.ELEMENTS.contains(name) ? name : null;
  }

  private void startTag() {
    HtmlTag tag = HtmlTag.read(html, at);
    if (tag == null) {
      escape();
      return;
    }
    if (tag.isEndless()) {
      while (at < tag.end()) {
        text(html.charAt(at));
        at++;
      }
      return;
    }
    at = tag.end();
    String name = tag.name();
    if (name.equals("svg")) {
      svg += tag.empty() ? 0 : 1;
    } else if (name.equals("math")) {
      math += tag.empty() ? 0 : 1;
    }
    String written = writtenName(name);
    if (written == null) {
      drop(tag);
    } else {
      write(tag, written);
    }
  }

  private void drop(HtmlTag tag) {
    dropped.add(tag.name());
    if (HtmlNames.WITH_CONTENT.contains(tag.name()) && !tag.empty()) {
      at = behindContent(tag.name());
    } else if (HtmlNames.EMBEDS.contains(tag.name()) && embeds.size() < EMBEDS_MAX) {
      String address = tag.attributes().get("src");
      URI embed = Address.of(address == null ? tag.attributes().get("data") : address, base);
      if (embed != null && !embeds.contains(embed)) {
        embeds.add(embed);
      }
    }
  }

  private int behindContent(String name) {
    String close = "</" + name;
    for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 1)) {
      if (html.regionMatches(true, i, close, 0, close.length())) {
        int end = html.indexOf('>', i);
        return end < 0 ? html.length() : end + 1;
      }
    }
    return html.length();
  }

  private void write(HtmlTag tag, String written) {
    out.append('<').append(written);
    boolean drawing = svg > 0 || written.equals("svg");
    boolean formula = !drawing && (math > 0 || written.equals("math"));
    if (written.equals("svg") || written.equals("math")) {
      String uri =
          written.equals("svg")
              ? "http://www.w3.org/2000/svg"
              : "http://www.w3.org/1998/Math/MathML";
      tag.attributes().putIfAbsent("xmlns", uri);
    }
    if ((drawing || formula) && tag.attributes().containsKey("xlink:href")) {
      tag.attributes().put("xmlns:xlink", "http://www.w3.org/1999/xlink");
    }
    for (Map.Entry<String, String> attribute : tag.attributes().entrySet()) {
      String key = attribute.getKey();
      String name = drawing ? DrawingNames.SVG_ATTRIBUTES.get(key) : null;
      name = formula ? DrawingNames.MATH_ATTRIBUTES.get(key) : name;
      boolean html5 = HtmlNames.ATTRIBUTES.contains(key) && !formula && !(drawing && name == null);
      name = name == null && html5 ? key : name;
      if (name != null) {
        attribute(name, attribute.getValue());
      } else if (key.equals("style")) {
        style(attribute.getValue());
      }
    }
    if (HtmlNames.VOID.contains(tag.name()) && !drawing) {
      out.append(" />");
    } else if (tag.empty() && (drawing || formula || markupClosesTags)) {
      out.append("></").append(written).append('>');
    } else {
      out.append('>');
    }
  }

  private void style(String value) {
    String style = StyleCleaner.clean(value);
    if (!style.isEmpty()) {
      attribute("style", style);
    }
  }

  private void attribute(String name, String value) {
    String safe = HtmlNames.ADDRESSES.contains(name) ? Address.inMarkup(value, base) : value;
    safe = name.equals("srcset") ? SourceSet.clean(value, base) : safe;
    out.append(' ').append(name).append("=\"");
    for (int i = 0; i < safe.length(); i++) {
      text(safe.charAt(i));
    }
    out.append('"');
  }

  private void text(char c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      default -> out.append(c);
    }
  }
}
