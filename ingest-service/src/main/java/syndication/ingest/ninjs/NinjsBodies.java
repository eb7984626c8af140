package syndication.ingest.ninjs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.Body;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.page.FragmentReader;
import syndication.ingest.page.FragmentReader.Fragment;
import tools.jackson.databind.JsonNode;

/// Reads the `bodies` of a ninjs item, which are one text in several forms.
final class NinjsBodies {

  private final FragmentReader fragments;

  NinjsBodies(FragmentReader fragments) {
    this.fragments = fragments;
  }

  /// The body that says most; an empty one when there is none.
  Fragment longest(JsonNode root, @Nullable URI base, @Nullable String title, Fields fields) {
    Fragment best = plain("");
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "bodies")) {
      String at = "bodies/" + index++;
      String value = fields.text(it, at, "value");
      String type = fields.text(it, at, "contentType");
      if (value == null) {
        if (!it.has("value")) {
          fields.problem(at + "/value", it.get("value"), "the text of the body");
        }
        continue;
      }
      String media = (type == null ? "text/html" : type).split(";", 2)[0].strip();
      switch (media.toLowerCase(Locale.ROOT)) {
        case "text/html", "application/xhtml+xml" ->
            best = longer(best, fragments.read(value, base, title));
        case "text/plain" -> best = longer(best, plain(value));
        default ->
            fields.problem(
                Fields.path(at, "contentType"), it.get("contentType"), "text/html or text/plain");
      }
    }
    return best;
  }

  private static Fragment longer(Fragment one, Fragment other) {
    return one.body().text().length() < other.body().text().length() ? other : one;
  }

  private static Fragment plain(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : text.lines().toList()) {
      String line = NinjsTexts.oneLine(paragraph);
      if (!line.isEmpty()) {
        blocks.add(new Block.Paragraph(line, Entities.escape(line)));
      }
    }
    return new Fragment(
        new Body(blocks),
        List.of(),
        List.of(),
        List.of(),
        ParsedArticle.Notes.NONE,
        null,
        List.of());
  }
}
