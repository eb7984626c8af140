package syndication.ingest.ninjs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import tools.jackson.databind.JsonNode;

/// Reads where a ninjs item is found, what it belongs to and where it comes from.
final class NinjsLinks {

  private NinjsLinks() {}

  static ParsedArticle.Identifiers identifiers(
      JsonNode root, @Nullable String uri, @Nullable URI base, Fields fields) {
    URI canonical = null;
    URI permalink = base;
    List<URI> others = new ArrayList<>();
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "altIds")) {
      String at = "altIds/" + index++;
      String role = it.path("role").asString("").toLowerCase(Locale.ROOT);
      if (role.contains("canonical")) {
        canonical = canonical == null ? fields.address(it, at, "value") : canonical;
      } else if (role.contains("permalink") || role.contains("url") || role.contains("link")) {
        URI address = fields.address(it, at, "value");
        if (permalink == null) {
          permalink = address;
        } else if (address != null) {
          others.add(address);
        }
      }
    }
    URI ofUri = uri == null ? null : Fields.web(uri);
    if (permalink == null && canonical == null) {
      permalink = ofUri;
    }
    return new ParsedArticle.Identifiers(uri, permalink, canonical, others);
  }

  static List<ParsedArticle.Related> related(JsonNode root, Fields fields) {
    List<ParsedArticle.Related> related = new ArrayList<>();
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "associations")) {
      String at = "associations/" + index++;
      String rel = fields.text(it, at, "rel");
      String uri = fields.text(it, at, "uri");
      String headline = NinjsTexts.main(it, "headlines", fields);
      URI address = uri == null ? null : Fields.web(uri);
      if (headline != null || address != null) {
        related.add(new ParsedArticle.Related(rel == null ? "related" : rel, headline, address));
      }
    }
    return related;
  }

  static ParsedArticle.@Nullable Attribution attribution(JsonNode root, Fields fields) {
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "infoSources")) {
      String at = "infoSources/" + index++;
      String role = it.path("role").asString("").toLowerCase(Locale.ROOT);
      String name = fields.text(it, at, "name");
      String uri = fields.text(it, at, "uri");
      if (role.contains("originat") && (name != null || uri != null)) {
        return new ParsedArticle.Attribution(
            name, uri == null ? null : Fields.web(uri), null, null);
      }
    }
    return null;
  }
}
