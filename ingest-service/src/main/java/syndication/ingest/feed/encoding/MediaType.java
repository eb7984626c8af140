package syndication.ingest.feed.encoding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An HTTP `Content-Type`.
///
/// @param name such as `application/rss+xml`, in lower case; empty when unknown
/// @param charset in lower case, or `null`
record MediaType(String name, @Nullable String charset) {

  static MediaType parse(@Nullable String header) {
    if (header == null) {
      return new MediaType("", null);
    }
    String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
    String charset = null;
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals > 0 && parts[i].substring(0, equals).strip().equals("charset")) {
        String value = parts[i].substring(equals + 1).strip().replace("\"", "").replace("'", "");
        charset = value.isBlank() ? null : value.strip();
      }
    }
    return new MediaType(parts[0].strip(), charset);
  }

  boolean isKnown() {
    return !name.isEmpty();
  }

  boolean isText() {
    return name.startsWith("text/");
  }

  boolean isXml() {
    return name.endsWith("/xml")
        || name.endsWith("+xml")
        || name.endsWith("/xml-dtd")
        || name.endsWith("/xml-external-parsed-entity");
  }

  boolean isFeed() {
    return isXml() || name.endsWith("/json") || name.endsWith("+json");
  }
}
