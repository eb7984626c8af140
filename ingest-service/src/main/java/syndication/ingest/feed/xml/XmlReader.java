package syndication.ingest.feed.xml;

import java.util.Locale;
import syndication.ingest.feed.xml.TagReader.Tag;

/// Reads a text as XML and goes on after every error: what is not well-formed is reported and read
/// the way it was most likely meant. It resolves nothing outside the text.
public final class XmlReader {

  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  private final String text;
  private final References references = new References();
  private final XmlTree tree;
  private final TagReader tags;
  private final StringBuilder pending = new StringBuilder();
  private final LastOf commentEnds;
  private final LastOf instructionEnds;
  private final LastOf cdataEnds;
  private boolean doctype;
  private int at;

  private XmlReader(String text) {
    this.text = text;
    this.commentEnds = new LastOf(text, "-->");
    this.instructionEnds = new LastOf(text, "?>");
    this.cdataEnds = new LastOf(text, CDATA_END);
    this.tree = new XmlTree(text);
    this.tags = new TagReader(text, references, tree::wrong);
  }

  /// Reads the whole text.
  public static XmlDocument read(String text) {
    return new XmlReader(text).read();
  }

  private XmlDocument read() {
    while (at < text.length()) {
      int tag = text.indexOf('<', at);
      int end = tag < 0 ? text.length() : tag;
      if (end > at) {
        references.resolve(text, at, end, pending, tree::wrong);
        at = end;
      }
      if (tag >= 0) {
        markup();
      }
    }
    flush();
    return tree.finish(doctype);
  }

  private void flush() {
    if (!pending.isEmpty()) {
      tree.text(pending.toString(), at);
      pending.setLength(0);
    }
  }

  private void markup() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (next == '!') {
      declaration();
    } else if (next == '?') {
      instruction();
    } else if (next == '/') {
      endTag();
    } else if (TagReader.isNameStart(next)) {
      startTag();
    } else {
      strayLessThan();
    }
  }

  private void strayLessThan() {
    tree.wrong("feed.stray-less-than", "< that is not written &lt;", at);
    pending.append('<');
    at++;
  }

  private void declaration() {
    if (text.startsWith("<!--", at)) {
      comment();
    } else if (text.startsWith(CDATA, at)) {
      characterData();
    } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9) && tree.depth() == 0 && !doctype) {
      doctype = true;
      at = new DoctypeReader(text, references).read(at);
    } else {
      int close = text.indexOf('>', at, Math.min(text.length(), at + XmlBounds.NAME_CHARS_MAX));
      if (close < 0) {
        strayLessThan();
      } else {
        tree.wrong("feed.unknown-declaration", "a declaration that XML does not have", at);
        at = close + 1;
      }
    }
  }

  private void comment() {
    int close = commentEnds.next(at + 4);
    if (close < 0) {
      tree.wrong("feed.open-comment", "a comment that does not end", at);
      at += 4;
    } else {
      at = close + 3;
    }
  }

  private void instruction() {
    int close = instructionEnds.next(at);
    int greater = text.indexOf('>', at, Math.min(text.length(), at + XmlBounds.NAME_CHARS_MAX));
    if (close < 0 && greater < 0) {
      strayLessThan();
    } else if (close < 0) {
      tree.wrong("feed.open-instruction", "an instruction that does not end", at);
      at = greater + 1;
    } else {
      at = close + 2;
    }
  }

  private void characterData() {
    int from = at + CDATA.length();
    int close = cdataEnds.next(from);
    int end = close < 0 ? text.length() : close;
    int inner = text.indexOf(CDATA, from, end);
    if (close < 0 || inner >= 0) {
      int early = earlyEnd(from, end);
      if (early >= 0) {
        tree.wrong("feed.open-cdata", "a CDATA section that does not end", at);
        References.plain(text, from, early, pending, tree::wrong);
        at = early;
        return;
      }
    }
    References.plain(text, from, end, pending, tree::wrong);
    if (close < 0) {
      tree.wrong("feed.open-cdata", "a CDATA section that does not end", at);
    }
    at = close < 0 ? end : close + CDATA_END.length();
  }

  /// Where the element that an unfinished CDATA section is in ends, followed by nothing but another
  /// tag; or -1. So that a forgotten `]]>` does not swallow the entries behind it.
  private int earlyEnd(int from, int limit) {
    String name = tree.openName();
    if (name == null) {
      return -1;
    }
    String endTag = "</" + name;
    int found = text.indexOf(endTag, from);
    if (found < 0 || found >= limit) {
      return -1;
    }
    int behind = text.indexOf('>', found);
    if (behind < 0) {
      return found;
    }
    int next = behind + 1;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next >= text.length() || text.charAt(next) == '<' ? found : -1;
  }

  private void startTag() {
    Tag tag = tags.start(at);
    if (tag == null) {
      int behind = tags.reached();
      References.plain(text, at, behind, pending, tree::wrong);
      at = behind;
      return;
    }
    flush();
    tree.open(tag.name(), tag.attributes(), at, tag.end(), tag.empty());
    at = tag.end();
  }

  private void endTag() {
    int end = at + 2;
    while (end < text.length() && TagReader.isNameChar(text.charAt(end))) {
      end++;
    }
    if (end == at + 2 || end - at > XmlBounds.NAME_CHARS_MAX) {
      strayLessThan();
      return;
    }
    String name = text.substring(at + 2, end);
    flush();
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '>') {
      end++;
    } else {
      tree.wrong("feed.broken-end-tag", "</" + name + " without >", at);
    }
    tree.close(name, at, end);
    at = end;
  }

  /// Splits a name as written; the prefix may be empty.
  static String prefixOf(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon);
  }

  static String localOf(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
