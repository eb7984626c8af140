package syndication.publish.site;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Every address of the site, absolute.
///
/// @param base without a slash at its end
public record Addresses(String base) {

  public static Addresses of(URI baseUrl) {
    String base = baseUrl.toString();
    return new Addresses(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
  }

  public String front() {
    return base + "/";
  }

  public String article(Card card) {
    return base + "/articles/" + card.address();
  }

  /// The first page of a list.
  public String list(ListRef list) {
    return list.kind() == ListKind.FRONT ? front() : folder(list);
  }

  /// @param place where the page begins, or `null` for the first
  public String list(ListRef list, @Nullable Place place) {
    return place == null ? list(list) : list(list) + "?after=" + place.text();
  }

  /// @param format `rss`, `atom` or `json`
  public String feed(ListRef list, String format) {
    return folder(list) + "/feed." + format;
  }

  public String search(String words, @Nullable String after) {
    return base
        + "/search?q="
        + URLEncoder.encode(words, StandardCharsets.UTF_8)
        + (after == null ? "" : "&after=" + after);
  }

  private String folder(ListRef list) {
    return list.kind() == ListKind.FRONT
        ? base
        : base + "/" + list.kind().folder() + "/" + list.token();
  }
}
