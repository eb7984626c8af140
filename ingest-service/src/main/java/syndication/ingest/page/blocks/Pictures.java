package syndication.ingest.page.blocks;

import java.net.URI;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the address of an image or an embed from the element that shows it.
final class Pictures {

  /// Smaller images are spacers, icons and tracking pixels.
  private static final int SIDE_MIN = 50;

  private static final String[] SOURCES = {
    "data-src", "data-lazy-src", "data-original", "data-hi-res-src", "data-orig-file", "src"
  };

  private Pictures() {}

  static @Nullable URI image(Element element, @Nullable URI base) {
    if (isSmall(element, "width") || isSmall(element, "height") || looksLikeChrome(element)) {
      return null;
    }
    for (String name : SOURCES) {
      URI address = Addresses.resolve(base, element.attr(name));
      if (address != null) {
        return address;
      }
    }
    String set = element.hasAttr("srcset") ? element.attr("srcset") : element.attr("data-srcset");
    int space = set.strip().indexOf(' ');
    return set.isBlank()
        ? null
        : Addresses.resolve(base, space < 0 ? set : set.strip().substring(0, space));
  }

  static @Nullable URI embed(Element element, @Nullable URI base) {
    if (isSmall(element, "width") && isSmall(element, "height")) {
      return null;
    }
    for (String name : new String[] {"src", "data-src", "data-lazy-src"}) {
      URI address = Addresses.resolve(base, element.attr(name));
      if (address != null) {
        return address;
      }
    }
    Element source = element.selectFirst("source[src]");
    return source == null ? null : Addresses.resolve(base, source.attr("src"));
  }

  private static boolean isSmall(Element element, String attribute) {
    String size = element.attr(attribute).strip();
    int digits = 0;
    while (digits < size.length() && Character.isDigit(size.charAt(digits)) && digits < 6) {
      digits++;
    }
    boolean percent = size.endsWith("%");
    return digits > 0 && !percent && Integer.parseInt(size.substring(0, digits)) < SIDE_MIN;
  }

  private static boolean looksLikeChrome(Element element) {
    String name = (element.className() + ' ' + element.attr("src")).toLowerCase(Locale.ROOT);
    return name.contains("avatar")
        || name.contains("gravatar")
        || name.contains("emoji")
        || name.contains("pixel.")
        || name.contains("/pixel")
        || name.contains("spacer.")
        || name.contains("tracking");
  }
}
