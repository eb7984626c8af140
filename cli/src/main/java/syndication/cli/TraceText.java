package syndication.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import syndication.cli.output.Columns;
import syndication.cli.output.Fields;
import syndication.cli.output.Table;
import syndication.cli.output.Words;

/// What `trace` says to people.
final class TraceText {

  private static final String INDENT = "  ";
  private static final int SUMMARY_CHARS_MAX = 100;
  private static final Columns DELIVERIES =
      new Columns()
          .field("PARTNER", "/partnerId")
          .field("EVENT", "/eventType", "/type")
          .field("REV", "/revision")
          .field("STATE", "/state", "/outcome")
          .field("ATTEMPTS", "/attempts", "/attempt")
          .field("TIME", "/deliveredAt", "/receivedAt", "/at", "/updatedAt", "/createdAt")
          .field("DELIVERY", "/deliveryId", "/id");

  private TraceText() {}

  static List<String> lines(JsonNode trace, Instant now) {
    var it = new ArrayList<String>();
    it.add(trace.path("articleId").asText());
    it.add("");
    it.add("ingest");
    indented(it, Fields.lines(trace.path("ingest")));
    it.add("enrich");
    trace.path("enriched").forEach(record -> enriched(it, record));
    JsonNode publish = trace.path("publish");
    it.add("site");
    indented(it, Fields.lines(publish.path("site")));
    section(it, "deliveries", DELIVERIES.table(publish.path("deliveries"), now));
    section(it, "receipts", DELIVERIES.table(publish.path("receipts"), now));
    return it;
  }

  private static void enriched(List<String> lines, JsonNode record) {
    JsonNode event = record.path("event");
    if (event.isMissingNode()) {
      lines.add(INDENT + "erased at " + record.path("time").asText());
      return;
    }
    lines.add(
        INDENT
            + "r%s  %s  %s  %s"
                .formatted(
                    event.path("revision").asText(),
                    event.path("article").path("kind").asText(),
                    event.path("enrichedAt").asText(),
                    event.path("language").asText()));
    label(lines, "headline", event.at("/article/headlines/0/value").asText());
    label(lines, "tags", labels(event.path("tags")));
    label(lines, "topics", labels(event.path("topics")));
    label(lines, "summary", Words.shortened(event.path("summary").asText(""), SUMMARY_CHARS_MAX));
  }

  private static void label(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(INDENT + INDENT + "%-10s%s".formatted(name, value));
    }
  }

  private static String labels(JsonNode things) {
    List<String> it = new ArrayList<>();
    things.forEach(thing -> it.add(thing.path("label").asText()));
    return String.join(", ", it);
  }

  private static void section(List<String> lines, String title, Table table) {
    if (!table.isEmpty()) {
      lines.add(title);
      lines.addAll(table.lines(INDENT));
    }
  }

  private static void indented(List<String> lines, List<String> more) {
    more.forEach(line -> lines.add(INDENT + line));
  }
}
