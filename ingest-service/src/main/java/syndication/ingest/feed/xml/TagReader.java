package syndication.ingest.feed.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads start tags, also those with missing quotes, and never further than a tag may reach.
final class TagReader {

  /// An attribute as written, references resolved.
  record Raw(String name, String value) {}

  /// @param end index behind the tag
  /// @param empty whether it ends with `/>`
  record Tag(String name, List<Raw> attributes, boolean empty, int end) {}

  private final String text;
  private final References references;
  private final References.Watcher watcher;
  private int at;

  TagReader(String text, References references, References.Watcher watcher) {
    this.text = text;
    this.references = references;
    this.watcher = watcher;
  }

  static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c > '\u00BF';
  }

  static boolean isNameChar(char c) {
    return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '\u00B7';
  }

  /// The start tag at this index, or `null` when it is none.
  @Nullable Tag start(int from) {
    at = from + 1;
    String name = name();
    if (name.length() > XmlBounds.NAME_CHARS_MAX) {
      return null;
    }
    if (at < text.length() && !endsName(text.charAt(at))) {
      return null;
    }
    var attributes = new ArrayList<Raw>();
    int limit = Math.min(text.length(), from + XmlBounds.ATTRIBUTE_CHARS_MAX);
    while (true) {
      skipSpace(limit);
      if (at >= limit) {
        watcher.wrong("feed.broken-tag", "<" + name + " without >", from);
        return at >= text.length() ? new Tag(name, attributes, false, at) : null;
      }
      char c = text.charAt(at);
      if (c == '>') {
        return new Tag(name, attributes, false, at + 1);
      } else if (c == '/') {
        at++;
        if (at < limit && text.charAt(at) == '>') {
          return new Tag(name, attributes, true, at + 1);
        }
      } else if (c == '<') {
        watcher.wrong("feed.broken-tag", "<" + name + " without >", from);
        return new Tag(name, attributes, false, at);
      } else if (isNameStart(c)) {
        attribute(attributes, limit);
      } else {
        watcher.wrong("feed.broken-tag", "'" + c + "' in <" + name, at);
        at++;
      }
    }
  }

  private static boolean endsName(char c) {
    return Character.isWhitespace(c) || c == '>' || c == '/' || c == '<' || c == '"' || c == '\'';
  }

  /// Behind the text that was looked at and is no tag; it is not worth looking at again.
  int reached() {
    return at;
  }

  private String name() {
    int from = at;
    while (at < text.length() && isNameChar(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private void skipSpace(int limit) {
    while (at < limit && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void attribute(List<Raw> attributes, int limit) {
    int from = at;
    String name = name();
    skipSpace(limit);
    String value = "";
    if (at < limit && text.charAt(at) == '=') {
      at++;
      skipSpace(limit);
      value = value(limit);
    } else {
      watcher.wrong("feed.broken-attribute", name + " without a value", from);
    }
    for (Raw known : attributes) {
      if (known.name().equals(name)) {
        watcher.wrong("feed.broken-attribute", name + " twice", from);
        return;
      }
    }
    if (attributes.size() < XmlBounds.ATTRIBUTES_MAX) {
      attributes.add(new Raw(name, value));
    }
  }

  private String value(int limit) {
    if (at >= limit) {
      return "";
    }
    char quote = text.charAt(at);
    if (quote == '"' || quote == '\'') {
      int from = at + 1;
      int close = text.indexOf(quote, from, limit);
      if (close < 0 || holdsTag(from, close)) {
        watcher.wrong("feed.broken-attribute", "a quote that does not end", at);
        close = unfinished(from, limit);
        at = close;
      } else {
        at = close + 1;
      }
      return resolved(from, close);
    }
    int from = at;
    while (at < limit && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '>') {
      at++;
    }
    watcher.wrong("feed.broken-attribute", "a value without quotes", from);
    if (at > from && text.charAt(at - 1) == '/' && at < limit && text.charAt(at) == '>') {
      at--;
    }
    return resolved(from, at);
  }

  /// Whether what looks like a value runs over a tag's end and the next tag's beginning.
  private boolean holdsTag(int from, int close) {
    int greater = text.indexOf('>', from, close);
    if (greater < 0) {
      return false;
    }
    return text.indexOf('<', greater, close) >= 0;
  }

  private int unfinished(int from, int limit) {
    int end = from;
    while (end < limit && text.charAt(end) != '>' && text.charAt(end) != '<') {
      end++;
    }
    return end > from && text.charAt(end - 1) == '/' ? end - 1 : end;
  }

  private String resolved(int from, int to) {
    var out = new StringBuilder(to - from);
    references.resolve(text, from, to, out, watcher);
    for (int i = 0; i < out.length(); i++) {
      if (out.charAt(i) == '\n' || out.charAt(i) == '\t') {
        out.setCharAt(i, ' ');
      }
    }
    if (text.indexOf('<', from, to) >= 0) {
      watcher.wrong("feed.stray-less-than", "< in an attribute", from);
    }
    return out.toString();
  }
}
