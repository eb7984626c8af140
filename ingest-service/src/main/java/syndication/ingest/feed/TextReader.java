package syndication.ingest.feed;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.markup.Cleaned;
import syndication.ingest.feed.markup.HtmlCleaner;
import syndication.ingest.feed.markup.MarkupGuess;
import syndication.ingest.feed.markup.WindowsCharacters;
import syndication.ingest.feed.xml.XmlElement;

/// Reads the texts of a feed, whatever way they are written: plain, escaped, as XHTML, in Base64,
/// or as something else than they say.
final class TextReader {

  private TextReader() {}

  /// @param defaultType media type where the element does not state one
  static Text read(XmlElement element, Scope outer, String defaultType) {
    Scope scope = outer.of(element);
    String type = type(element.attribute("type"), defaultType);
    boolean base64 = isBase64(element.attribute("mode"), type);
    if (!base64 && element.hasElements()) {
      boolean misplacedDiv = type.startsWith("text/") && isPlainDiv(element);
      if (!misplacedDiv) {
        boolean unwrapped = scope.format() == FeedFormat.ATOM_10;
        return markup(InlineMarkup.of(element, unwrapped), Text.XHTML, scope, null);
      }
    }
    String value = element.text();
    value = base64 ? decoded(value) : value;
    URI source = scope.resolve(element.attribute("src"));
    if (isXml(type) && !type.equals(Text.XHTML)) {
      type = Text.XHTML;
    }
    if (type.equals(Text.XHTML) && !base64) {
      value = escaped(value);
    }
    return of(value, type, scope, source);
  }

  /// A text that is not an element's.
  static Text of(String value, String type, Scope scope, @Nullable URI source) {
    boolean guess = type.equals(Text.PLAIN) && !scope.format().isAtom();
    if (type.equals(Text.HTML) || type.equals(Text.XHTML) || (guess && MarkupGuess.isHtml(value))) {
      return markup(value, type.equals(Text.PLAIN) ? Text.HTML : type, scope, source);
    }
    String mended = WindowsCharacters.mend(value);
    return new Text(mended, type, scope.language(), scope.base(), source, List.of());
  }

  private static Text markup(String html, String type, Scope scope, @Nullable URI source) {
    Cleaned cleaned =
        type.equals(Text.XHTML)
            ? HtmlCleaner.xhtml(html, scope.base())
            : HtmlCleaner.html(html, scope.base());
    String mended = WindowsCharacters.mend(cleaned.html());
    return new Text(mended, type, scope.language(), scope.base(), source, cleaned.embeds());
  }

  private static String type(@Nullable String stated, String defaultType) {
    if (stated == null || stated.isBlank()) {
      return defaultType;
    }
    String type = stated.strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text", "plain" -> Text.PLAIN;
      case "html" -> Text.HTML;
      case "xhtml" -> Text.XHTML;
      default -> type.indexOf('/') > 0 ? type : defaultType;
    };
  }

  private static boolean isXml(String type) {
    return type.endsWith("+xml") || type.endsWith("/xml");
  }

  private static boolean isBase64(@Nullable String mode, String type) {
    return "base64".equals(mode) || (mode == null && !type.startsWith("text/") && !isXml(type));
  }

  /// Text that says it is escaped and yet is in a `div`, with nothing but text in it.
  private static boolean isPlainDiv(XmlElement element) {
    for (XmlElement child : element.elements()) {
      if (!child.name().equals("div") || child.hasElements()) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// Base64 of UTF-8 text; anything else stays as it is.
  private static String decoded(String value) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(value);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return value;
    }
  }
}
