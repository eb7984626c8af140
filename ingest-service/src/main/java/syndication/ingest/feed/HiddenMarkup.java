package syndication.ingest.feed;

import org.jsoup.parser.Parser;
import syndication.ingest.feed.markup.Cleaned;
import syndication.ingest.feed.markup.HtmlCleaner;
import syndication.ingest.feed.markup.MarkupGuess;

/// Finds HTML where a feed says that there is none: in Atom text without a type, and in text that
/// was escaped twice. Both show their tags to readers elsewhere.
///
/// Only what begins with a tag and has closing ones is taken for HTML; a story about tags is not.
final class HiddenMarkup {

  private HiddenMarkup() {}

  /// The text as its source meant it, or the very same text.
  static Text shown(Text text) {
    String value = text.value().strip();
    if (text.type().equals(Text.PLAIN) && value.startsWith("<") && MarkupGuess.isHtml(value)) {
      return markup(text, value);
    }
    boolean twice =
        text.isMarkup()
            && value.startsWith("&lt;")
            && value.contains("&lt;/")
            && value.indexOf('<') < 0;
    if (twice) {
      String once = Parser.unescapeEntities(value, false);
      return MarkupGuess.isHtml(once) ? markup(text, once) : text;
    }
    return text;
  }

  private static Text markup(Text text, String html) {
    Cleaned cleaned = HtmlCleaner.html(html, text.base());
    return new Text(
        cleaned.html(), Text.HTML, text.language(), text.base(), text.source(), cleaned.embeds());
  }
}
