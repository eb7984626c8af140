package syndication.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import syndication.local.process.Settings;
import syndication.local.process.Training;
import syndication.system.Installation;
import syndication.system.Partner;

/// From a second `up` to the first delivery, and what it takes of the memory.
final class StartUp {

  private static final Duration TRAINED_WITHIN = Duration.ofMinutes(10);

  private StartUp() {}

  static void measure(Path repository, Installation syndicate, Table table) throws IOException {
    // As it is in the background after a first start.
    var checkout = new Settings(repository, Map.of());
    Patience.until(TRAINED_WITHIN, () -> !Training.running(checkout));
    var source = new Submissions(syndicate, "start");
    try (var partner = new Partner()) {
      syndicate.subscribe("start-partner", partner, "start");
      syndicate.run("down").expectSuccess();
      Instant began = Instant.now();
      syndicate.up();
      Duration up = Duration.between(began, Instant.now());
      source.submit("start-1", "First after the start", 1);
      Patience.until(() -> !partner.received().isEmpty());
      Duration delivered = Duration.between(began, Instant.now());
      table.add("second `up` to all healthy", Table.seconds(up), "15 s");
      table.add("second `up` to the first delivery", Table.seconds(delivered), "–");
    }
    long bytes = syndicate.json("status").path("memoryBytes").asLong();
    table.add("resident memory of all processes", bytes / 1_000_000 + " MB", "1.5 GB");
  }
}
