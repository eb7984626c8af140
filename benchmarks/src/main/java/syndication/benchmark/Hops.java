package syndication.benchmark;

import java.io.IOException;
import java.time.Duration;
import syndication.schema.topic.Topic;
import syndication.system.Installation;

/// What one article costs the services that read and write topics.
final class Hops {

  private static final int ARTICLES = 10_000;
  private static final int WARM_UPS = 2;
  private static final int ACCEPTED = 4_000;

  private Hops() {}

  /// Ingest: from the request to the revision.
  static void ingest(Installation syndicate, Table table) throws IOException, InterruptedException {
    var source = new Submissions(syndicate, "accept");
    ProcessHandle ingest = syndicate.process("ingest-service");
    source.submitMany("warm", ACCEPTED);
    Duration before = Cpu.of(ingest);
    source.submitMany("accept", ACCEPTED);
    double ours = Cpu.micros(Cpu.of(ingest).minus(before), ACCEPTED);
    double bare =
        Baseline.micros(
            "produce",
            syndicate.kafka(),
            Topic.DELIVERIES_ATTEMPTED.topicName(),
            Integer.toString(ACCEPTED * 5));
    table.add(
        "ingest: accept, clean, identify, revise (CPU an article), beside a bare producer",
        ours,
        bare,
        "");
  }

  /// Enrich: from a revision to its enrichment.
  static void enrich(Installation syndicate, Table table) throws IOException, InterruptedException {
    ProcessHandle enrich = syndicate.process("enrich-service");
    try (var events = new Events(syndicate.kafka(), syndicate.registry())) {
      for (int i = 0; i < WARM_UPS; i++) {
        enriched(events);
      }
      Duration before = Cpu.of(enrich);
      long began = System.nanoTime();
      enriched(events);
      double rate = ARTICLES / ((System.nanoTime() - began) / 1e9);
      double ours = Cpu.micros(Cpu.of(enrich).minus(before), ARTICLES);
      double bare =
          Baseline.micros(
              "hop",
              syndicate.kafka(),
              Topic.REVISED.topicName(),
              Topic.DELIVERIES_ATTEMPTED.topicName(),
              Integer.toString(ARTICLES));
      table.add("enrich hop (CPU an article), beside a bare consume-produce loop", ours, bare, "");
      table.add("enrich hop, articles a second", "%.0f".formatted(rate), "2,500");
    }
  }

  private static void enriched(Events events) {
    long done = events.records(Topic.ENRICHED) + ARTICLES;
    events.revised("bench-enrich", ARTICLES);
    Patience.until(() -> events.records(Topic.ENRICHED) >= done);
  }
}
