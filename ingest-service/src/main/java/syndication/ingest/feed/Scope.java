package syndication.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.markup.Address;
import syndication.ingest.feed.xml.XmlElement;

/// What holds for an element because of the elements around it.
///
/// @param base relative addresses are resolved against it, or `null`
/// @param language BCP 47 as stated, or `null`
record Scope(FeedFormat format, @Nullable URI base, @Nullable String language) {

  Scope of(XmlElement element) {
    if (element.attributes().isEmpty()) {
      return this;
    }
    String base = either(element, "xml:base", "base");
    URI resolved = base == null ? null : Address.of(base, this.base);
    String lang = either(element, "xml:lang", "lang");
    String language = lang == null ? this.language : lang.isBlank() ? null : tag(lang);
    return new Scope(format, resolved == null ? this.base : resolved, language);
  }

  @Nullable URI resolve(@Nullable String address) {
    return Address.of(address, base);
  }

  /// A language tag with hyphens, as BCP 47 has it.
  static String tag(String language) {
    return language.strip().replace('_', '-');
  }

  private static @Nullable String either(XmlElement element, String first, String second) {
    String value = element.attribute(first);
    return value == null ? element.attribute(second) : value;
  }
}
