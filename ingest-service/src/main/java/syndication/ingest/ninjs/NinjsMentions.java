package syndication.ingest.ninjs;

import java.util.ArrayList;
import java.util.List;
import syndication.ingest.article.ParsedArticle.Mention;
import tools.jackson.databind.JsonNode;

/// Reads whom and what a ninjs document says it is about: `people`, `organisations`, `places`.
final class NinjsMentions {

  /// Mentions of one kind that are kept: nobody reads more.
  private static final int OF_KIND_MAX = 100;

  private NinjsMentions() {}

  static List<Mention> of(JsonNode root, Fields fields) {
    List<Mention> all = new ArrayList<>();
    add(all, Mention.Kind.PERSON, root, "people", fields);
    add(all, Mention.Kind.ORGANISATION, root, "organisations", fields);
    add(all, Mention.Kind.PLACE, root, "places", fields);
    return all;
  }

  private static void add(
      List<Mention> all, Mention.Kind kind, JsonNode root, String list, Fields fields) {
    int index = 0;
    int kept = 0;
    for (JsonNode it : fields.objects(root, "", list)) {
      String at = list + "/" + index++;
      String name = fields.text(it, at, "name");
      String literal = fields.text(it, at, "literal");
      String uri = fields.text(it, at, "uri");
      String said = name == null ? literal : name;
      if ((said == null && uri == null) || kept == OF_KIND_MAX) {
        continue;
      }
      var mention = new Mention(kind, said, uri);
      if (!all.contains(mention)) {
        all.add(mention);
        kept++;
      }
    }
  }
}
