package syndication.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import syndication.local.FreePorts;

/// `./syndicate` beside stand-ins for the three services; what it said stays in `out` and `err`.
abstract class RunningCommand {

  @TempDir Path home;
  final Map<String, String> environment = new HashMap<>();
  final StandIn ingest = new StandIn();
  final StandIn enrich = new StandIn();
  final StandIn publish = new StandIn();
  String out = "";
  String err = "";

  @BeforeEach
  void start() throws IOException {
    Files.writeString(home.resolve("operator-token"), "t0ken\n");
    environment.put("SYNDICATE_HOME", home.toString());
    environment.put("SYNDICATE_INGEST_PORT", Integer.toString(ingest.port()));
    environment.put("SYNDICATE_ENRICH_PORT", Integer.toString(enrich.port()));
    environment.put("SYNDICATE_PUBLISH_PORT", Integer.toString(publish.port()));
    environment.put("SYNDICATE_KAFKA_PORT", Integer.toString(FreePorts.next()));
  }

  @AfterEach
  void stop() {
    ingest.close();
    enrich.close();
    publish.close();
  }

  int run(String... args) {
    var outBytes = new ByteArrayOutputStream();
    var errBytes = new ByteArrayOutputStream();
    int exit =
        SyndicateCommand.run(
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            environment,
            args);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return exit;
  }
}
