package syndication.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import syndication.cli.api.ApiException;
import syndication.cli.api.ServiceApi;
import syndication.cli.kafka.DeadLetters;
import syndication.cli.kafka.TopicReport;
import syndication.cli.kafka.TopicReports;
import syndication.local.process.Health;
import syndication.local.process.Part;
import syndication.local.process.ProcessMemory;

/// Everything that `status` tells, as JSON.
final class StatusReport {

  private final Workbench bench;
  private final ObjectMapper mapper = new ObjectMapper();
  private final ObjectNode report = mapper.createObjectNode();
  private final ArrayNode problems = mapper.createArrayNode();

  StatusReport(Workbench bench) {
    this.bench = bench;
  }

  JsonNode read() {
    report.put("home", bench.settings().home().toString());
    Set<Part> running = processes();
    if (running.contains(Part.BROKER)) {
      topics();
    }
    if (running.contains(Part.INGEST)) {
      items("sources", bench.ingest(), "/api/admin/sources");
      FeedAlarms.of(report.path("sources")).forEach(problems::add);
      items("counts", bench.ingest(), "/api/admin/counts");
      requireBalance();
    }
    if (running.contains(Part.PUBLISH)) {
      items("partners", bench.publish(), "/api/admin/partners");
      tellDisabled();
      answer("deliveries", bench.publish(), "/api/admin/delivery-counts");
    }
    report.put("well", problems.isEmpty());
    report.set("problems", problems);
    return report;
  }

  private Set<Part> processes() {
    ArrayNode list = report.putArray("processes");
    Set<Part> running = java.util.EnumSet.noneOf(Part.class);
    long total = 0;
    for (Part part : bench.stack().available()) {
      ObjectNode it = list.addObject().put("name", part.id());
      it.put("port", bench.settings().port(part));
      Health health = bench.stack().health(part);
      var process = bench.stack().process(part);
      it.put("running", process.isPresent());
      if (process.isPresent()) {
        running.add(part);
        long memory = ProcessMemory.bytes(process.get());
        total += memory;
        it.put("pid", process.get().pid());
        it.put("memoryBytes", memory);
        process.get().info().startInstant().ifPresent(at -> it.put("since", at.toString()));
      }
      it.put("healthy", health.well());
      it.put("health", health.words());
      if (!health.well()) {
        problems.add(part.id() + ": " + health.words());
      }
    }
    report.put("memoryBytes", total);
    return running;
  }

  private void topics() {
    ArrayNode list = report.putArray("topics");
    boolean deadLetters = false;
    try (var reports = new TopicReports(bench.settings().bootstrapServers())) {
      for (TopicReport topic : reports.all(bench.clock().instant())) {
        ObjectNode it =
            list.addObject()
                .put("name", topic.name())
                .put("partitions", topic.partitions())
                .put("records", topic.records())
                .put("lastMinute", topic.lastMinute());
        ObjectNode lag = it.putObject("lag");
        topic.lag().forEach(lag::put);
        deadLetters |= topic.name().endsWith(".dlt") && topic.records() > 0;
      }
      if (deadLetters) {
        countOpenDeadLetters();
      }
    } catch (IllegalStateException e) {
      problems.add("broker: " + e.getMessage());
    }
  }

  private void countOpenDeadLetters() {
    try (var letters = new DeadLetters(bench.settings().bootstrapServers())) {
      int open = letters.open().size();
      report.put("deadLetters", open);
      if (open > 0) {
        String many = open == 1 ? "1 dead letter" : open + " dead letters";
        problems.add(many + ", see ./syndicate dead-letters list");
      }
    }
  }

  private void items(String name, ServiceApi api, String path) {
    try {
      ArrayNode list = mapper.createArrayNode();
      api.items(path).forEach(list::add);
      report.set(name, list);
    } catch (ApiException e) {
      problems.add(name + ": " + e.getMessage());
    }
  }

  private void answer(String name, ServiceApi api, String path) {
    try {
      report.set(name, api.get(path));
    } catch (ApiException e) {
      problems.add(name + ": " + e.getMessage());
    }
  }

  private void tellDisabled() {
    for (JsonNode partner : report.path("partners")) {
      if (partner.path("state").asText().equals("disabled")) {
        String id = partner.path("id").asText();
        problems.add(
            "partner %s is disabled: its endpoint answered 410. Ask it, then ./syndicate partners resume %s"
                .formatted(id, id));
      }
    }
  }

  private void requireBalance() {
    for (JsonNode count : report.path("counts")) {
      if (!count.path("balanced").asBoolean(true)) {
        problems.add(
            "source %s: received is not the sum of what became of it"
                .formatted(count.path("sourceId").asText()));
      }
    }
  }
}
