package syndication.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import syndication.cli.output.Words;

/// What became of one article, on a few lines.
final class ArticleCard {

  private static final String INDENT = "   ";
  private static final int DROPPED_MAX = 12;
  private static final int DROPPED_CHARS_MAX = 72;
  private static final int SUMMARY_CHARS_MAX = 260;

  private ArticleCard() {}

  /// @param event of `articles.enriched`, as JSON
  static List<String> lines(JsonNode event) {
    JsonNode article = event.path("article");
    var it = new ArrayList<String>();
    it.add("");
    it.add(INDENT + article.at("/headlines/0/value").asText());
    it.add(
        line(
            "received",
            "by %s, published as revision %s (%s)"
                .formatted(
                    road(article.at("/provenance/channel").asText()),
                    event.path("revision").asText(),
                    article.path("kind").asText())));
    dropped(it, article.path("removed"));
    it.add(line("language", event.path("language").asText()));
    it.add(line("topics", labels(event.path("topics"))));
    it.add(line("tags", labels(event.path("tags"))));
    it.add(
        line("summary", Words.shortened(event.path("summary").asText("-"), SUMMARY_CHARS_MAX)));
    return it;
  }

  private static void dropped(List<String> lines, JsonNode removed) {
    String name = "dropped";
    int shown = 0;
    for (JsonNode piece : removed) {
      if (shown == DROPPED_MAX) {
        lines.add(line("", "… and " + (removed.size() - shown) + " more"));
        return;
      }
      lines.add(
          line(
              name,
              "%-24s %s"
                  .formatted(
                      piece.path("rule").asText(),
                      Words.shortened(piece.path("text").asText(), DROPPED_CHARS_MAX))));
      name = "";
      shown++;
    }
    if (removed.isEmpty()) {
      lines.add(line(name, "nothing"));
    }
  }

  private static String road(String channel) {
    return switch (channel) {
      case "FEED" -> "feed";
      case "HTTP", "PAGE" -> "HTTP";
      default -> channel;
    };
  }

  private static String labels(JsonNode things) {
    List<String> it = new ArrayList<>();
    things.forEach(thing -> it.add(thing.path("label").asText()));
    return it.isEmpty() ? "-" : String.join(", ", it);
  }

  private static String line(String name, String value) {
    return INDENT + "  %-12s%s".formatted(name, value);
  }
}
