package syndication.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `status`: how everything is.
@Command(
    name = "status",
    description = "Processes, topics, sources, partners and counts; exit code 1 when not all is well.")
final class StatusCommand implements Callable<Integer> {

  private final Workbench bench;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  StatusCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    JsonNode status = new StatusReport(bench).read();
    if (json) {
      bench.json(status);
    } else {
      bench.say(StatusText.lines(status, bench.clock().instant()));
    }
    return status.path("well").asBoolean() ? ExitCode.FINE : ExitCode.NOT_WELL;
  }
}
