package syndication.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import syndication.cli.output.Columns;
import syndication.cli.output.Table;
import syndication.cli.output.Words;

/// What `trace` says to people: one block per stage, each revision with its time and how long after
/// it was received.
final class TraceText {

  private static final String INDENT = "  ";
  private static final int LINE_CHARS_MAX = 100;
  private static final int REMOVED_MAX = 8;
  private static final Columns NAMES =
      new Columns()
          .field("KNOWN AS", "/kind")
          .field("", "/value")
          .age("FIRST SEEN", "/firstSeenAt");
  private static final Columns SUBMISSIONS =
      new Columns()
          .field("SUBMITTED", "/receivedAt")
          .field("SOURCE", "/sourceId")
          .field("BECAME", "/state")
          .field("REV", "/revision")
          .field("BECAUSE", "/reason", "/identity");
  private static final Columns DELIVERIES =
      new Columns()
          .field("PARTNER", "/partnerId")
          .field("EVENT", "/eventType")
          .field("REV", "/revision")
          .field("STATE", "/state")
          .field("ATTEMPTS", "/attempts")
          .field("TIME", "/updatedAt")
          .field("DELIVERY", "/deliveryId")
          .field("LAST ANSWER", "/lastReason", "/lastStatus");

  private TraceText() {}

  static List<String> lines(JsonNode trace, Instant now) {
    var it = new ArrayList<String>();
    JsonNode ingest = trace.path("ingest");
    JsonNode site = trace.path("publish").path("site");
    it.add(trace.path("articleId").asText());
    it.add(ingest.path("headline").asText(site.path("headline").asText("")));
    section(it, "ingest", NAMES.table(ingest.path("names"), now));
    section(it, "", SUBMISSIONS.table(ingest.path("submissions"), now));
    ingest.path("revisions").forEach(revision -> revised(it, revision));
    it.add("");
    it.add("enrich");
    trace.path("enriched").forEach(record -> enriched(it, record));
    it.add("");
    it.add("site");
    it.add(INDENT + onSite(site));
    section(it, "partners", DELIVERIES.table(trace.path("publish").path("receipts"), now));
    section(it, "", DELIVERIES.table(trace.path("publish").path("deliveries"), now));
    return it;
  }

  private static void revised(List<String> lines, JsonNode revision) {
    lines.add("");
    lines.add(
        INDENT
            + "r%s  %s %s  %s  (%s after it was received)"
                .formatted(
                    revision.path("revision").asText(),
                    revision.path("kind").asText(),
                    revision.path("significance").asText(""),
                    revision.path("madeAt").asText(),
                    between(
                        revision.path("receivedAt").asText(), revision.path("madeAt").asText())));
    label(lines, "headline", revision.path("headline").asText(""));
    label(lines, "because", joined(revision.path("identity")));
    label(lines, "correction", revision.path("correctionNote").asText(""));
    label(lines, "withdrawn", revision.path("withdrawalReason").asText(""));
    revision.path("diff").forEach(change -> label(lines, "changed", change.asText()));
    int shown = 0;
    for (JsonNode cut : revision.path("removed")) {
      if (shown++ < REMOVED_MAX) {
        label(lines, "dropped", cut.path("rule").asText() + "  " + cut.path("text").asText());
      }
    }
    label(lines, "warnings", joined(revision.path("warnings")));
    label(lines, "trace", revision.path("traceId").asText(""));
  }

  private static void enriched(List<String> lines, JsonNode record) {
    JsonNode event = record.path("event");
    if (event.isMissingNode()) {
      lines.add(INDENT + "erased at " + record.path("time").asText());
      return;
    }
    String at = event.path("enrichedAt").asText();
    lines.add(
        INDENT
            + "r%s  %s  %s  (%s after it was received)"
                .formatted(
                    event.path("revision").asText(),
                    event.path("language").asText(),
                    at,
                    between(event.at("/article/provenance/receivedAt").asText(), at)));
    label(lines, "tags", labels(event.path("tags")));
    label(lines, "topics", labels(event.path("topics")));
    label(lines, "summary", event.path("summary").asText(""));
  }

  private static String onSite(JsonNode site) {
    return site.isEmpty()
        ? "not there"
        : "r%s  %s  %s"
            .formatted(
                site.path("revision").asText(),
                site.path("kind").asText(),
                site.path("status").asText());
  }

  private static void label(List<String> lines, String name, String value) {
    if (!value.isEmpty() && !value.equals("null")) {
      lines.add(
          INDENT + INDENT + "%-12s%s".formatted(name, Words.shortened(value, LINE_CHARS_MAX)));
    }
  }

  private static String joined(JsonNode texts) {
    List<String> it = new ArrayList<>();
    texts.forEach(text -> it.add(text.asText()));
    return String.join("; ", it);
  }

  private static String labels(JsonNode things) {
    List<String> it = new ArrayList<>();
    things.forEach(thing -> it.add(thing.path("label").asText()));
    return String.join(", ", it);
  }

  private static String between(String from, String to) {
    try {
      return Words.duration(Duration.between(Instant.parse(from), Instant.parse(to)));
    } catch (DateTimeParseException e) {
      return "-";
    }
  }

  private static void section(List<String> lines, String title, Table table) {
    if (!title.isEmpty()) {
      lines.add("");
      lines.add(title);
    }
    if (!table.isEmpty()) {
      lines.addAll(table.lines(INDENT));
    }
  }
}
