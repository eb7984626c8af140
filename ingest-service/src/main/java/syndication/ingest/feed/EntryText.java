package syndication.ingest.feed;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which of an entry's texts is its body, and which its summary.
///
/// @param body the fullest text, or `null` when there is none
/// @param description plain text of the summary when it is not the body, or `null`
/// @param isTeaser whether the body is only the beginning of the story
record EntryText(@Nullable Text body, @Nullable String description, boolean isTeaser) {

  /// Stories are longer, teasers are shorter; measured in characters without markup.
  private static final int TEASER_CHARS_MAX = 600;

  static EntryText of(Entry entry) {
    Text body = null;
    for (Text stated : entry.contents()) {
      Text content = HiddenMarkup.shown(stated);
      boolean readable = content.isMarkup() || content.type().startsWith("text/");
      if (readable && (body == null || isFuller(content, body))) {
        body = content;
      }
    }
    Text summary = entry.summary() == null ? null : HiddenMarkup.shown(entry.summary());
    if (summary == null || summary.isBlank()) {
      return new EntryText(body, null, false);
    }
    String plain = summary.plain();
    if (body == null || body.plain().length() * 2 < plain.length()) {
      return new EntryText(summary, null, body == null && isTeaser(plain));
    }
    return new EntryText(body, plain.isEmpty() ? null : plain, false);
  }

  private static boolean isFuller(Text one, Text other) {
    if (one.isMarkup() != other.isMarkup()) {
      return one.isMarkup() && one.plain().length() * 2 > other.value().length();
    }
    return one.value().length() > other.value().length();
  }

  private static boolean isTeaser(String plain) {
    String end = plain.toLowerCase(Locale.ROOT);
    boolean broken =
        end.endsWith("…") || end.endsWith("...") || end.endsWith("[…]") || end.endsWith("[...]");
    return plain.length() <= TEASER_CHARS_MAX || broken || end.endsWith("read more");
  }

  @Nullable URI base() {
    return body == null ? null : body.base();
  }

  /// The body as HTML; plain text gets a paragraph for each of its own.
  String html() {
    if (body == null) {
      return "";
    }
    if (body.isMarkup()) {
      return body.value();
    }
    var html = new StringBuilder();
    for (String paragraph : body.value().strip().split("\\R\\s*\\R|\\R{2,}", -1)) {
      String escaped =
          paragraph.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      html.append("<p>").append(escaped.replaceAll("\\R", "<br>")).append("</p>\n");
    }
    return html.toString();
  }
}
