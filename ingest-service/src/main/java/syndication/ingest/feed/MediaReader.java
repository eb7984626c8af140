package syndication.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.MediaItem.Credit;
import syndication.ingest.feed.MediaItem.Role;
import syndication.ingest.feed.xml.XmlElement;

/// Reads Media RSS.
final class MediaReader {

  private MediaReader() {}

  /// A `media:content`, with the words that are in it; `null` when it has no address.
  static @Nullable MediaItem content(XmlElement element, Scope outer) {
    Scope scope = outer.of(element);
    URI address = scope.resolve(element.attribute("url"));
    XmlElement player = element.child("media:player");
    Role role = Role.CONTENT;
    if (address == null && player != null) {
      address = scope.resolve(player.attribute("url"));
      role = Role.PLAYER;
    }
    if (address == null) {
      return null;
    }
    return new MediaItem(
        role,
        address,
        element.attribute("type"),
        element.attribute("medium"),
        integer(element.attribute("width")),
        integer(element.attribute("height")),
        length(element.attribute("filesize")),
        element.attribute("duration"),
        words(element.child("media:title"), scope),
        words(element.child("media:description"), scope),
        credits(element));
  }

  static @Nullable MediaItem thumbnail(XmlElement element, Scope outer) {
    String written = element.attribute("url");
    URI address = outer.of(element).resolve(written == null ? element.text() : written);
    if (address == null) {
      return null;
    }
    return new MediaItem(
        Role.THUMBNAIL,
        address,
        null,
        "image",
        integer(element.attribute("width")),
        integer(element.attribute("height")),
        null,
        null,
        null,
        null,
        List.of());
  }

  static @Nullable MediaItem player(XmlElement element, Scope outer) {
    URI address = outer.of(element).resolve(element.attribute("url"));
    return address == null ? null : MediaItem.of(Role.PLAYER, address);
  }

  static MediaItem enclosure(Link link) {
    return new MediaItem(
        Role.ENCLOSURE,
        link.href(),
        link.type(),
        null,
        null,
        null,
        length(link.length()),
        null,
        link.title(),
        null,
        List.of());
  }

  static @Nullable Credit credit(XmlElement element) {
    String name = element.text();
    return name.isEmpty() ? null : new Credit(element.attribute("role"), name);
  }

  private static List<Credit> credits(XmlElement element) {
    var credits = new ArrayList<Credit>();
    for (XmlElement child : element.elements()) {
      Credit credit = child.key().equals("media:credit") ? credit(child) : null;
      if (credit != null && credits.size() < Bounds.LIST_MAX) {
        credits.add(credit);
      }
    }
    return credits;
  }

  private static @Nullable String words(@Nullable XmlElement element, Scope scope) {
    if (element == null) {
      return null;
    }
    return PersonReader.nullIfBlank(TextReader.read(element, scope, Text.PLAIN).plain());
  }

  static @Nullable Integer integer(@Nullable String text) {
    Long number = length(text);
    return number == null || number > Integer.MAX_VALUE ? null : number.intValue();
  }

  private static @Nullable Long length(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String digits = text.strip().replaceAll("(?:px|\\.0)$", "");
    boolean number = !digits.isEmpty() && digits.length() < 18;
    for (int i = 0; number && i < digits.length(); i++) {
      number = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return number ? Long.valueOf(digits) : null;
  }
}
