package syndication.ingest.feed.xml;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/// Resolves character and entity references; what it does not know stays as text.
///
/// Declared entities are plain text: they cannot hold markup, other entities or files, and what
/// they expand to is bounded.
final class References {

  private static final int CHARS_MAX = 40;
  private static final int DIGITS_MAX = 8;

  private final Map<String, String> declared = new HashMap<>();
  private int expanded;

  /// Told of every reference that is not well-formed.
  interface Watcher {
    void wrong(String rule, String what, int index);
  }

  void declare(String name, String value) {
    if (declared.size() < XmlBounds.ENTITIES_MAX
        && value.length() <= XmlBounds.ENTITY_CHARS_MAX
        && value.indexOf('<') < 0
        && value.indexOf('&') < 0
        && value.indexOf('%') < 0) {
      declared.putIfAbsent(name, value);
    }
  }

  /// The text from `from` to `to` with its references resolved and without characters that XML does
  /// not have.
  void resolve(String text, int from, int to, StringBuilder out, Watcher watcher) {
    int at = from;
    while (at < to) {
      int ampersand = text.indexOf('&', at, to);
      int end = ampersand < 0 ? to : ampersand;
      plain(text, at, end, out, watcher);
      at = ampersand < 0 ? to : reference(text, ampersand, to, out, watcher);
    }
  }

  /// Adds characters as they are, but for those that XML does not have.
  static void plain(String text, int from, int to, StringBuilder out, Watcher watcher) {
    int start = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t') || c >= '\uD800') {
        out.append(text, start, i);
        unusual(text, c, i, out, watcher);
        start = i + 1;
      }
    }
    out.append(text, start, to);
  }

  private static void unusual(String text, char c, int index, StringBuilder out, Watcher watcher) {
    if (c == '\r') {
      if (index + 1 >= text.length() || text.charAt(index + 1) != '\n') {
        out.append('\n');
      }
    } else if (isCharacter(text, index)) {
      out.append(c);
    } else {
      watcher.wrong(
          "feed.control-character", "U+" + Integer.toHexString(c) + " is not allowed", index);
    }
  }

  private static boolean isCharacter(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
    return c >= '\uE000' && c < '\uFFFE';
  }

  private int reference(String text, int at, int to, StringBuilder out, Watcher watcher) {
    int semicolon = at + 1;
    int limit = Math.min(to, at + CHARS_MAX);
    while (semicolon < limit && isReferenceChar(text.charAt(semicolon))) {
      semicolon++;
    }
    if (semicolon >= limit || text.charAt(semicolon) != ';' || semicolon == at + 1) {
      watcher.wrong("feed.stray-ampersand", "& that is not written &amp;", at);
      out.append('&');
      return at + 1;
    }
    String name = text.substring(at + 1, semicolon);
    String value = name.charAt(0) == '#' ? character(name) : named(name);
    if (value == null) {
      watcher.wrong("feed.undefined-entity", "&" + name + "; is not defined", at);
      out.append('&').append(name).append(';');
    } else {
      if (name.charAt(0) != '#' && !isXmlOwn(name) && !declared.containsKey(name)) {
        watcher.wrong("feed.undefined-entity", "&" + name + "; is HTML, not XML", at);
      }
      out.append(value);
    }
    return semicolon + 1;
  }

  private static boolean isReferenceChar(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '#'
        || c == '_'
        || c == '-'
        || c == '.';
  }

  private static boolean isXmlOwn(String name) {
    return switch (name) {
      case "lt", "gt", "amp", "quot", "apos" -> true;
      default -> false;
    };
  }

  private static String xmlOwn(String name) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> "&";
    };
  }

  private @Nullable String named(String name) {
    if (isXmlOwn(name)) {
      return xmlOwn(name);
    }
    String own = declared.get(name);
    if (own != null) {
      expanded += own.length();
      return expanded <= XmlBounds.EXPANSION_CHARS_MAX ? own : null;
    }
    String html = Entities.getByName(name);
    return html.isEmpty() ? null : html;
  }

  /// The character of a numeric reference such as `#233` or `#xE9`, or `null` when it has none.
  private static @Nullable String character(String name) {
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    String digits = name.substring(hex ? 2 : 1);
    if (digits.isEmpty() || digits.length() > DIGITS_MAX) {
      return null;
    }
    int code = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), hex ? 16 : 10);
      if (digit < 0) {
        return null;
      }
      code = code * (hex ? 16 : 10) + digit;
      if (code > Character.MAX_CODE_POINT) {
        return null;
      }
    }
    boolean allowed =
        (code >= ' ' && code < 0xD800)
            || code == '\n'
            || code == '\t'
            || code == '\r'
            || (code >= 0xE000 && code != 0xFFFE && code != 0xFFFF);
    return allowed ? Character.toString(code) : null;
  }
}
