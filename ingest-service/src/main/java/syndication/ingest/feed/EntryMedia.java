package syndication.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle.Media;

/// Gathers the media of an entry and of its text, the lead image first.
final class EntryMedia {

  private EntryMedia() {}

  static List<Media> of(Entry entry, List<Media> inText) {
    var found = new ArrayList<Media>();
    for (MediaItem item : entry.media()) {
      String type = type(item);
      if (type != null && item.role() != MediaItem.Role.THUMBNAIL) {
        add(found, media(item, type));
      }
    }
    inText.forEach(media -> add(found, media));
    Image image = entry.image();
    boolean pictured = found.stream().anyMatch(media -> media.type().equals("image"));
    if (image != null && image.address() != null) {
      add(found, new Media("image", image.address(), null, image.title(), null, null, null));
    } else if (!pictured) {
      for (MediaItem item : entry.media()) {
        if (item.role() == MediaItem.Role.THUMBNAIL) {
          add(found, media(item, "image"));
        }
      }
    }
    return leadFirst(found);
  }

  private static Media media(MediaItem item, String type) {
    String credit = item.credits().isEmpty() ? null : item.credits().getFirst().name();
    String caption = item.caption() == null ? item.title() : item.caption();
    return new Media(
        type, item.address(), item.type(), caption, credit, item.width(), item.height());
  }

  private static void add(List<Media> media, Media item) {
    for (Media known : media) {
      if (known.address().equals(item.address())) {
        return;
      }
    }
    media.add(item);
  }

  /// The widest image that states its width, else the first one.
  private static List<Media> leadFirst(List<Media> media) {
    Media lead = null;
    for (Media item : media) {
      if (item.type().equals("image") && (lead == null || width(item) > width(lead))) {
        lead = item;
      }
    }
    if (lead != null) {
      media.remove(lead);
      media.addFirst(lead);
    }
    return media;
  }

  private static int width(Media media) {
    Integer width = media.width();
    return width == null ? 0 : width;
  }

  private static @Nullable String type(MediaItem item) {
    String stated = item.type() == null ? item.medium() : item.type();
    String type = stated == null ? byName(item.address()) : stated.toLowerCase(Locale.ROOT);
    for (String kind : List.of("image", "audio", "video")) {
      if (type.startsWith(kind)) {
        return kind;
      }
    }
    return switch (item.role()) {
      case IMAGE -> "image";
      case PLAYER, EMBED -> "video";
      case ENCLOSURE, CONTENT, THUMBNAIL -> null;
    };
  }

  private static String byName(URI address) {
    String path = address.getPath() == null ? "" : address.getPath().toLowerCase(Locale.ROOT);
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "jpg", "jpeg", "png", "gif", "webp", "avif" -> "image";
      case "mp3", "m4a", "ogg", "oga", "opus", "wav", "flac" -> "audio";
      case "mp4", "m4v", "mov", "webm", "ogv" -> "video";
      default -> "";
    };
  }
}
