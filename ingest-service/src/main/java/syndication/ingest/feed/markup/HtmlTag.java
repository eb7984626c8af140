package syndication.ingest.feed.markup;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A start tag in HTML text, read the lenient way browsers read it.
///
/// @param name in lower case
/// @param attributes names in lower case, sorted; values with references resolved
/// @param empty whether it ends with `/>`
/// @param end index behind the tag
record HtmlTag(String name, Map<String, String> attributes, boolean empty, int end) {

  /// A tag may reach this far; images inside `data:` addresses are that long.
  private static final int CHARS_MAX = 256 * 1024;

  private static final int ATTRIBUTES_MAX = 100;

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isNameChar(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
  }

  /// Whether this is no tag after all, because its end is nowhere near.
  boolean isEndless() {
    return name.isEmpty();
  }

  /// The tag at this index, or `null` when the text there is none.
  static @Nullable HtmlTag read(String html, int from) {
    int at = from + 1;
    while (at < html.length() && isNameChar(html.charAt(at))) {
      at++;
    }
    String name = html.substring(from + 1, at).toLowerCase(Locale.ROOT);
    if (at < html.length() && "/> \t\n\r\f\"'<".indexOf(html.charAt(at)) < 0) {
      return null;
    }
    var attributes = new TreeMap<String, String>();
    int limit = Math.min(html.length(), from + CHARS_MAX);
    boolean slash = false;
    while (at < limit) {
      char c = html.charAt(at);
      if (c == '>') {
        return new HtmlTag(name, attributes, slash, at + 1);
      }
      if (c == '<') {
        return new HtmlTag(name, attributes, slash, at);
      }
      slash = c == '/';
      if (Character.isWhitespace(c) || slash || c == '"' || c == '\'') {
        at++;
      } else {
        at = attribute(html, at, limit, attributes);
      }
    }
    return new HtmlTag("", attributes, false, limit);
  }

  private static int attribute(String html, int from, int limit, Map<String, String> attributes) {
    int at = from;
    while (at < limit && "= \t\n\r\f/><".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    if (at == from) {
      return at + 1;
    }
    String name = html.substring(from, at).toLowerCase(Locale.ROOT);
    int next = skipSpace(html, at, limit);
    if (next >= limit || html.charAt(next) != '=') {
      put(attributes, name, name);
      return at;
    }
    at = skipSpace(html, next + 1, limit);
    if (at >= limit) {
      return at;
    }
    char quote = html.charAt(at);
    if (quote == '"' || quote == '\'') {
      int close = html.indexOf(quote, at + 1, limit);
      if (close >= 0) {
        put(attributes, name, html.substring(at + 1, close));
        return close + 1;
      }
    }
    int start = quote == '"' || quote == '\'' ? at + 1 : at;
    int end = start;
    while (end < limit && !Character.isWhitespace(html.charAt(end)) && html.charAt(end) != '>') {
      end++;
    }
    boolean closing = end > start && end < limit && html.charAt(end) == '>';
    if (closing && html.charAt(end - 1) == '/' && "/".equals(html.substring(start, end))) {
      end--;
    }
    put(attributes, name, html.substring(start, end));
    return end;
  }

  private static void put(Map<String, String> attributes, String name, String value) {
    if (attributes.size() < ATTRIBUTES_MAX) {
      String plain = value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
      attributes.putIfAbsent(name, plain);
    }
  }

  private static int skipSpace(String html, int from, int limit) {
    int at = from;
    while (at < limit && Character.isWhitespace(html.charAt(at))) {
      at++;
    }
    return at;
  }
}
