package syndication.cli;

import static syndication.cli.api.ServiceApi.encoded;
import static syndication.cli.api.ServiceApi.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import syndication.cli.output.Columns;

/// `quarantine …`: what could not be read.
@Command(name = "quarantine", description = "Submissions that could not be read, and why.")
final class QuarantineCommand extends Answers {

  private static final String QUARANTINE = "/api/admin/quarantine";
  private static final Columns COLUMNS =
      new Columns()
          .field("ID", "/quarantineId", "/id")
          .field("SOURCE", "/sourceId")
          .field("RULE", "/rule")
          .field("REASON", "/reason")
          .field("WHERE", "/position")
          .age("AGE", "/quarantinedAt", "/receivedAt")
          .age("RETRIED", "/retriedAt");

  QuarantineCommand(Workbench bench) {
    super(bench);
  }

  @Command(description = "What is in quarantine.")
  int list(
      @Option(names = "--source", defaultValue = "") String source,
      @Option(names = "--rule", defaultValue = "") String rule,
      @Option(names = "--json") boolean json) {
    return list(
        bench.ingest().items(QUARANTINE + query("source", source, "rule", rule)),
        json,
        COLUMNS,
        "Nothing is in quarantine.");
  }

  @Command(description = "One submission, with its bytes as text.")
  int show(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    JsonNode it = bench.ingest().get(QUARANTINE + "/" + encoded(id));
    String body = it.path("body").asText();
    if (json || body.isEmpty()) {
      return show(it, json);
    }
    show(((ObjectNode) it).without("body"), false);
    bench.say("");
    bench.say(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8));
    return ExitCode.FINE;
  }

  @Command(description = "Read it once more, after what was wrong is mended.")
  int retry(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    return done(
        bench.ingest().post(QUARANTINE + "/" + encoded(id) + "/retry", object()),
        json,
        id + " is read again. See ./syndicate quarantine list");
  }
}
