package syndication.ingest.ninjs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import tools.jackson.databind.JsonNode;

/// Reads the `renditions` of a ninjs item.
final class NinjsMedia {

  private NinjsMedia() {}

  static List<ParsedArticle.Media> of(JsonNode root, Fields fields) {
    List<ParsedArticle.Media> media = new ArrayList<>();
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "renditions")) {
      String at = "renditions/" + index++;
      if (!it.has("href")) {
        continue;
      }
      URI address = fields.address(it, at, "href");
      if (address == null) {
        continue;
      }
      String type = fields.text(it, at, "contentType");
      media.add(
          new ParsedArticle.Media(
              type(type),
              address,
              type,
              fields.text(it, at, "title"),
              null,
              fields.number(it, at, "width"),
              fields.number(it, at, "height")));
    }
    return media;
  }

  private static String type(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("video") ? "video" : type.startsWith("audio") ? "audio" : "image";
  }
}
