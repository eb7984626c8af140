package syndication.enrich.kafka;

import java.util.Locale;
import java.util.Set;

/// The text of our own clean HTML, one block a line, in one pass.
final class HtmlText {

  private static final Set<String> INLINE =
      Set.of("a", "em", "strong", "b", "i", "code", "sub", "sup", "span", "cite", "abbr", "time");
  private static final int ENTITY_CHARS_MAX = 8;

  private HtmlText() {}

  static String of(String html) {
    var out = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      char it = html.charAt(at);
      if (it == '<') {
        int end = html.indexOf('>', at);
        if (end < 0) {
          break;
        }
        if (!INLINE.contains(name(html, at + 1, end))) {
          out.append('\n');
        }
        at = end + 1;
      } else if (it == '&') {
        at = entity(html, at, out);
      } else {
        out.append(it == '\n' ? ' ' : it);
        at++;
      }
    }
    return out.toString();
  }

  private static String name(String html, int from, int end) {
    int start = from < end && html.charAt(from) == '/' ? from + 1 : from;
    int to = start;
    while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    return html.substring(start, to).toLowerCase(Locale.ROOT);
  }

  private static int entity(String html, int at, StringBuilder out) {
    int end = html.indexOf(';', at);
    if (end < 0 || end - at > ENTITY_CHARS_MAX) {
      out.append('&');
      return at + 1;
    }
    switch (html.substring(at + 1, end)) {
      case "amp" -> out.append('&');
      case "lt" -> out.append('<');
      case "gt" -> out.append('>');
      case "quot" -> out.append('"');
      case "#39", "apos" -> out.append('\'');
      case "nbsp" -> out.append(' ');
      default -> out.append(html, at, end + 1);
    }
    return end + 1;
  }
}
