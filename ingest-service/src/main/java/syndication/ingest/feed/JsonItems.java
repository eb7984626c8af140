package syndication.ingest.feed;

import java.util.ArrayList;
import java.util.List;

/// Finds the items of a JSON feed in its text, so that a fault in one costs that one only.
///
/// @param head the feed without its items
/// @param items where each begins and ends in the text, in order
/// @param cut whether the text ends inside the last item
record JsonItems(String head, List<Slice> items, boolean cut) {

  /// @param end index behind the item
  record Slice(int start, int end) {}

  static JsonItems find(String text) {
    int array = arrayStart(text);
    if (array < 0) {
      return new JsonItems(text, List.of(), false);
    }
    var items = new ArrayList<Slice>();
    int at = array + 1;
    boolean expected = true;
    while (at < text.length()) {
      char c = text.charAt(at);
      // Another value is no item; but it must not be lost without a word.
      boolean begins = c == '{' || (expected && (c == '[' || isScalar(c)));
      expected = c == ',' || (expected && Character.isWhitespace(c));
      if (c == ']') {
        return new JsonItems(text.substring(0, array) + "[" + text.substring(at), items, false);
      }
      if (begins) {
        int end = isScalar(c) ? scalarEnd(text, at) : objectEnd(text, at);
        items.add(new Slice(at, end < 0 ? text.length() : end));
        if (items.size() > Bounds.ENTRIES_MAX) {
          return new JsonItems(text.substring(0, array) + "[]}", items, false);
        }
        if (end < 0) {
          return new JsonItems(text.substring(0, array) + "[]}", items, true);
        }
        at = end;
      } else {
        at++;
      }
    }
    return new JsonItems(text.substring(0, array) + "[]}", items, false);
  }

  /// Index of the `[` of the outermost object's `items`, or -1.
  private static int arrayStart(String text) {
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (c == '"') {
        int end = stringEnd(text, at);
        if (depth == 1 && text.startsWith("\"items\"", at)) {
          int bracket = skip(text, end);
          if (bracket < text.length() && text.charAt(bracket) == '[') {
            return bracket;
          }
        }
        at = end - 1;
      }
    }
    return -1;
  }

  private static int skip(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ':')) {
      at++;
    }
    return at;
  }

  /// Index behind the string that begins here; the text's end when it does not end.
  private static int stringEnd(String text, int from) {
    for (int at = from + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '"') {
        return at + 1;
      }
    }
    return text.length();
  }

  private static boolean isScalar(char c) {
    return c == '"' || c == '-' || Character.isLetterOrDigit(c);
  }

  private static int scalarEnd(String text, int from) {
    if (text.charAt(from) == '"') {
      return stringEnd(text, from);
    }
    int at = from;
    while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /// Index behind the object that begins here, or -1 when it does not end.
  static int objectEnd(String text, int from) {
    int depth = 0;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at = stringEnd(text, at) - 1;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return -1;
  }
}
