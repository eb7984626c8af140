package syndication.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import syndication.cli.output.Table;
import syndication.cli.output.Words;

/// What `status` says to people.
final class StatusText {

  private static final String INDENT = "  ";
  private static final int HEALTH_CHARS_MAX = 60;

  private StatusText() {}

  static List<String> lines(JsonNode status, Instant now) {
    var it = new ArrayList<String>();
    it.addAll(processes(status, now).lines(""));
    section(it, "Topics", topics(status));
    section(it, "Sources", sources(status));
    section(it, "Partners", partners(status, now));
    it.add("");
    if (status.path("well").asBoolean()) {
      it.add("All well, %s in memory.".formatted(Words.bytes(status.path("memoryBytes").asLong())));
    } else if (nothingRuns(status)) {
      it.add("Nothing is running. Start it with ./syndicate up");
    } else {
      it.add("Not well:");
      status.path("problems").forEach(problem -> it.add(INDENT + problem.asText()));
    }
    return it;
  }

  private static boolean nothingRuns(JsonNode status) {
    for (JsonNode process : status.path("processes")) {
      if (process.path("running").asBoolean()) {
        return false;
      }
    }
    return true;
  }

  private static void section(List<String> lines, String title, Table table) {
    if (!table.isEmpty()) {
      lines.add("");
      lines.add(title);
      lines.addAll(table.lines(INDENT));
    }
  }

  private static Table processes(JsonNode status, Instant now) {
    var table = new Table("PROCESS", "PORT", "PID", "MEMORY", "UP", "HEALTH");
    for (JsonNode it : status.path("processes")) {
      boolean running = it.path("running").asBoolean();
      table.row(
          it.path("name").asText(),
          it.path("port").asText(),
          running ? it.path("pid").asText() : "-",
          running ? Words.bytes(it.path("memoryBytes").asLong()) : "-",
          running ? Words.age(it.path("since").asText(), now) : "-",
          Words.shortened(it.path("health").asText(), HEALTH_CHARS_MAX));
    }
    return table;
  }

  private static Table topics(JsonNode status) {
    var table = new Table("TOPIC", "RECORDS", "LAST MIN", "LAG BY GROUP");
    for (JsonNode it : status.path("topics")) {
      if (it.path("name").asText().endsWith(".dlt") && it.path("records").asLong() == 0) {
        continue;
      }
      List<String> lag = new ArrayList<>();
      it.path("lag").properties().forEach(e -> lag.add(e.getKey() + " " + e.getValue().asText()));
      table.row(
          it.path("name").asText(),
          it.path("records").asText(),
          it.path("lastMinute").asText(),
          it.path("partitions").asInt() == 0 ? "not there yet" : String.join(", ", lag));
    }
    return table;
  }

  private static Table sources(JsonNode status) {
    var table =
        new Table(
            "SOURCE",
            "RECEIVED",
            "PUBLISHED",
            "UNCHANGED",
            "HELD",
            "QUARANTINED",
            "REJECTED",
            "PENDING",
            "BALANCED",
            "ITEM IDS");
    for (JsonNode it : status.path("counts")) {
      table.row(
          it.path("sourceId").asText(),
          it.path("received").asText("0"),
          it.path("published").asText("0"),
          it.path("unchanged").asText("0"),
          it.path("held").asText("0"),
          it.path("quarantined").asText("0"),
          it.path("rejected").asText("0"),
          it.path("pending").asText("0"),
          it.path("balanced").asBoolean() ? "yes" : "NO",
          it.path("itemIds").asText("-"));
    }
    return table;
  }

  private static Table partners(JsonNode status, Instant now) {
    var table =
        new Table(
            "PARTNER",
            "STATE",
            "DELIVERED",
            "WITHDRAWN",
            "WAITING",
            "SUPERSEDED",
            "DEAD",
            "OLDEST");
    for (JsonNode it : status.path("partners")) {
      String id = it.path("id").asText();
      JsonNode deliveries = status.path("deliveries").path("items");
      table.row(
          id,
          it.path("state").asText("-"),
          sum(deliveries, id, "delivered"),
          sum(deliveries, id, "withdrawn"),
          sum(deliveries, id, "parked"),
          sum(deliveries, id, "superseded"),
          sum(deliveries, id, "deadLettered"),
          oldest(deliveries, id, now));
    }
    return table;
  }

  /// How long the partner's oldest delivery waits.
  private static String oldest(JsonNode deliveries, String partner, Instant now) {
    return deliveries
        .valueStream()
        .filter(it -> it.path("partnerId").asText().equals(partner))
        .map(it -> it.path("oldestParkedAt").asText(""))
        .filter(it -> !it.isEmpty() && !it.equals("null"))
        .min(Comparator.comparing(Instant::parse))
        .map(it -> Words.age(it, now))
        .orElse("-");
  }

  /// Over all subscriptions of a partner.
  private static long sum(JsonNode deliveries, String partner, String field) {
    long it = 0;
    for (JsonNode subscription : deliveries) {
      if (subscription.path("partnerId").asText().equals(partner)) {
        it += subscription.path(field).asLong();
      }
    }
    return it;
  }
}
