package syndication.cli.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import syndication.cli.output.Words;
import syndication.schema.topic.Topic;

/// One line for people about one record.
public final class EventLine {

  private static final int HEADLINE_CHARS_MAX = 70;

  private EventLine() {}

  /// @param record as [Decoder] makes it
  public static String of(Topic topic, JsonNode record) {
    String clock = Words.clock(Instant.parse(record.path("time").asText()));
    if (record.path("tombstone").asBoolean()) {
      return clock + "  erased  " + record.path("key").asText();
    }
    JsonNode event = record.path("event");
    if (event.isMissingNode()) {
      return "%s  unreadable  %s  %s"
          .formatted(clock, record.path("key").asText(), record.path("unreadable").asText());
    }
    return clock + "  " + String.join("  ", words(Decoder.origin(topic), event));
  }

  private static List<String> words(Topic topic, JsonNode event) {
    return switch (topic) {
      case SUBMITTED ->
          words(
              text(event, "/sourceId"),
              text(event, "/action"),
              text(event, "/channel"),
              text(event, "/contentType"),
              text(event, "/body").length() * 3 / 4 + " B",
              firstOf(event, "/itemId", "/address"));
      case QUARANTINED ->
          words(
              text(event, "/sourceId"),
              text(event, "/rule"),
              text(event, "/position"),
              text(event, "/reason"));
      case REVISED -> revision(event);
      case ENRICHED -> {
        var it = new ArrayList<>(revision(event.path("article")));
        it.add(it.size() - 1, text(event, "/language"));
        it.add(it.size() - 1, labels(event.path("tags")));
        yield it;
      }
      case WITHDRAWN ->
          words(
              text(event, "/articleId"),
              "r" + text(event, "/revision"),
              text(event, "/kind"),
              text(event, "/sourceId"),
              firstOf(event, "/reason", "/note"));
      case DELIVERIES_ATTEMPTED ->
          words(
              text(event, "/partnerId"),
              text(event, "/articleId"),
              "r" + text(event, "/revision"),
              text(event, "/eventType"),
              "attempt " + text(event, "/attempt"),
              text(event, "/outcome"),
              text(event, "/status"),
              text(event, "/durationMillis") + " ms",
              text(event, "/reason"));
      case SUBMITTED_DLT, REVISED_DLT, ENRICHED_DLT, WITHDRAWN_DLT ->
          throw new IllegalArgumentException("topic: " + topic + " (expected: its origin)");
    };
  }

  private static List<String> revision(JsonNode article) {
    return words(
        text(article, "/articleId"),
        "r" + text(article, "/revision"),
        text(article, "/kind"),
        text(article, "/provenance/sourceId"),
        Words.shortened(text(article, "/headlines/0/value"), HEADLINE_CHARS_MAX));
  }

  private static List<String> words(String... words) {
    var it = new ArrayList<String>();
    for (String word : words) {
      if (!word.isEmpty()) {
        it.add(word);
      }
    }
    return it;
  }

  private static String labels(JsonNode tags) {
    List<String> it = new ArrayList<>();
    tags.forEach(tag -> it.add(tag.path("label").asText()));
    return "[" + Words.shortened(String.join(", ", it), HEADLINE_CHARS_MAX) + "]";
  }

  private static String firstOf(JsonNode event, String... pointers) {
    for (String pointer : pointers) {
      String it = text(event, pointer);
      if (!it.isEmpty()) {
        return it;
      }
    }
    return "";
  }

  private static String text(JsonNode event, String pointer) {
    return event.at(pointer).asText("");
  }
}
