package syndication.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import syndication.system.Http;
import syndication.system.Installation;

/// What publish-service's roles cost, each in a process of its own.
final class Publishing {

  private static final int DELIVERIES = 20_000;

  /// Rounds before the one that counts: the compiler still works on this code for so long.
  private static final int WARM_UPS = 4;

  /// An article is read, looked up and rendered once, whoever gets it: so both ends are measured.
  private static final int PARTNERS = 10;

  private static final int SITE_ARTICLES = 5_000;
  private static final String ROLES = "SYNDICATE_PUBLISH_ROLES";

  private Publishing() {}

  static void deliveries(Path home, Installation syndicate, Table table)
      throws IOException, InterruptedException {
    syndicate.restart("publish-service", Map.of(ROLES, "delivery"));
    ProcessHandle publish = process(home);
    try (var sink = new Sink();
        var events = new Events(syndicate.kafka(), syndicate.registry())) {
      subscribe(syndicate, "bench-one", sink, 1);
      subscribe(syndicate, "bench-many", sink, PARTNERS);
      for (int i = 0; i < WARM_UPS; i++) {
        deliver(events, sink, "bench-one", 1);
      }
      double oneMicros = cpu(publish, () -> deliver(events, sink, "bench-one", 1));
      deliver(events, sink, "bench-many", PARTNERS);
      long began = System.nanoTime();
      double manyMicros = cpu(publish, () -> deliver(events, sink, "bench-many", PARTNERS));
      double rate = DELIVERIES / ((System.nanoTime() - began) / 1e9);
      double bare =
          Baseline.micros(
              "post",
              sink.endpoint(),
              Long.toString(sink.bodyBytes() / sink.received()),
              Integer.toString(DELIVERIES * WARM_UPS),
              Integer.toString(DELIVERIES));
      table.add(
          "delivery, signed, receipted and logged, to %d partners (CPU each), beside the bare client"
              .formatted(PARTNERS),
          manyMicros,
          bare,
          "aim 1.6");
      table.add("the same to one partner: all that is done once an article", oneMicros, bare, "");
      table.add(
          "deliveries a second to %d partners".formatted(PARTNERS), "%.0f".formatted(rate), "–");
    }
  }

  /// The role that shows articles.
  static void site(Path home, Installation syndicate, Table table) throws IOException {
    syndicate.restart("publish-service", Map.of(ROLES, "site"));
    ProcessHandle publish = process(home);
    try (var events = new Events(syndicate.kafka(), syndicate.registry())) {
      Patience.until(() -> events.lag("publish-site") == 0);
      Duration before = Cpu.of(publish);
      events.enriched("bench-site", SITE_ARTICLES);
      Patience.until(() -> events.lag("publish-site") == 0);
      double ours = Cpu.micros(Cpu.of(publish).minus(before), SITE_ARTICLES);
      table.add(
          "the site: an article sanitised, stored and indexed (CPU)", Table.micros(ours), "–");
    }
  }

  private static double cpu(ProcessHandle process, Runnable work) {
    Duration before = Cpu.of(process);
    work.run();
    return Cpu.micros(Cpu.of(process).minus(before), DELIVERIES);
  }

  private static void deliver(Events events, Sink sink, String source, int partners) {
    long expected = sink.received() + DELIVERIES;
    events.enriched(source, DELIVERIES / partners);
    Patience.until(() -> sink.received() >= expected);
  }

  private static void subscribe(Installation syndicate, String source, Sink sink, int partners) {
    for (int i = 0; i < partners; i++) {
      String partner = source + "-" + i;
      ObjectNode body = Http.JSON.createObjectNode().put("id", partner).put("name", partner);
      Http.post(syndicate.publish() + "/api/admin/partners", syndicate.operator(), body.toString())
          .expect(201);
      ObjectNode subscription = Http.JSON.createObjectNode().put("endpoint", sink.endpoint());
      subscription.putObject("filter").putArray("sources").add(source);
      Http.post(
              syndicate.publish() + "/api/admin/partners/" + partner + "/subscriptions",
              syndicate.operator(),
              subscription.toString())
          .expect(201);
    }
  }

  // Not by `status`: a process of one role alone does not answer all that it asks.
  private static ProcessHandle process(Path home) throws IOException {
    List<String> lines = Files.readAllLines(home.resolve("run/publish-service.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
  }
}
