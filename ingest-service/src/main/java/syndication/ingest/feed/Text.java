package syndication.ingest.feed;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Words of a feed with what they are.
///
/// @param value plain text, or harmless HTML when [#isMarkup()]
/// @param type media type: `text/plain`, `text/html`, `application/xhtml+xml` or another
/// @param language BCP 47 as the feed says it, or `null`
/// @param base what relative addresses in it were resolved against, or `null`
/// @param source where the text is when it is not here (Atom's `content/@src`), or `null`
/// @param embeds addresses of frames and players that were taken out of it
public record Text(
    String value,
    String type,
    @Nullable String language,
    @Nullable URI base,
    @Nullable URI source,
    List<URI> embeds) {

  public static final String PLAIN = "text/plain";
  public static final String HTML = "text/html";
  public static final String XHTML = "application/xhtml+xml";

  public Text {
    embeds = List.copyOf(embeds);
  }

  public boolean isMarkup() {
    return type.equals(HTML) || type.equals(XHTML);
  }

  /// The words without markup, on one line.
  public String plain() {
    boolean simple = value.indexOf('<') < 0 && value.indexOf('&') < 0;
    String text = !isMarkup() || simple ? value : Jsoup.parseBodyFragment(value).text();
    return text.replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  public boolean isBlank() {
    return value.isBlank();
  }
}
