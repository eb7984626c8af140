package syndication.enrich.tryout;

import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.enrich.article.Article;
import syndication.enrich.enrichment.Enrichment;
import syndication.enrich.entity.Tag;
import syndication.enrich.topic.Topic;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One line in and one line out, as JSON.
final class TryLine {

  private final JsonMapper json = JsonMapper.builder().build();

  /// What a line holds.
  sealed interface Read {
    record Usable(Article article) implements Read {}

    /// @param id `null` when the line does not even give that
    record Unreadable(@Nullable String id, String reason) implements Read {}
  }

  Read read(String line) {
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (JacksonException e) {
      return new Read.Unreadable(null, "not JSON: " + e.getOriginalMessage());
    }
    if (!node.isObject()) {
      return new Read.Unreadable(null, "not a JSON object");
    }
    JsonNode idNode = node.path("id");
    String id = idNode.isValueNode() && !idNode.isNull() ? idNode.asString() : null;
    if (id == null || id.isEmpty()) {
      return new Read.Unreadable(null, "id: missing (expected: a string)");
    }
    String title = text(node, "title");
    String text = text(node, "text");
    if (text == null && title == null) {
      return new Read.Unreadable(id, "text: missing (expected: a string)");
    }
    var categories = new ArrayList<String>();
    node.path("categories").forEach(it -> categories.add(it.asString("")));
    return new Read.Usable(
        new Article(
            id,
            1,
            title == null ? "" : title,
            text == null ? "" : text,
            text(node, "description"),
            categories,
            text(node, "language")));
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode it = node.path(field);
    return it.isString() ? it.asString() : null;
  }

  /// @param micros time each stage took, by name; empty leaves it out, and then the same article
  ///   always gives the same line
  String write(String id, Enrichment it, Map<String, Long> micros) {
    ObjectNode out = json.createObjectNode();
    out.put("id", id);
    out.put("language", it.language().language());
    out.put("summary", it.summary().text() == null ? "" : it.summary().text());
    out.put("teaser", it.summary().teaser() == null ? "" : it.summary().teaser());
    ArrayNode tags = out.putArray("tags");
    for (Tag tag : it.tags()) {
      ObjectNode node = tags.addObject();
      node.put("type", tag.type().word());
      node.put("label", tag.label());
      node.put("id", tag.id());
      if (tag.sameAs() != null) {
        node.put("sameAs", tag.sameAs());
      }
      node.put("salience", tag.salience());
      node.put("confidence", tag.confidence());
    }
    ArrayNode topics = out.putArray("topics");
    it.topics().stream().map(Topic::code).forEach(topics::add);
    ArrayNode phrases = out.putArray("keyphrases");
    it.keyphrases().forEach(phrases::add);
    out.put("wordCount", it.wordCount());
    out.put("readingTimeSeconds", it.readingTimeSeconds());
    ObjectNode stages = out.putObject("stages");
    for (Enrichment.StageResult stage : it.stages()) {
      ObjectNode node = stages.putObject(stage.stage());
      node.put("version", stage.version());
      node.put("confidence", stage.confidence());
      Long took = micros.get(stage.stage());
      if (took != null) {
        node.put("micros", took);
      }
    }
    return json.writeValueAsString(out);
  }

  String error(@Nullable String id, String reason) {
    ObjectNode out = json.createObjectNode();
    out.put("id", id);
    out.put("error", reason);
    return json.writeValueAsString(out);
  }
}
