package syndication.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import syndication.cli.demo.Demo;
import syndication.cli.demo.DemoFailedException;
import syndication.cli.kafka.EnrichedHistory;
import syndication.local.process.Part;

/// `demo`: starts everything and tells a short story.
@Command(
    name = "demo",
    description = "Start everything and follow a few articles from a newspaper to a partner.")
final class DemoCommand implements Callable<Integer> {

  private final Workbench bench;

  DemoCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    bench.say("Starting a Kafka broker, PostgreSQL, the schema registry and three services.");
    UpCommand.start(bench, UpCommand.wanted(bench, List.of()), false);
    try {
      story(bench).tell();
      return ExitCode.FINE;
    } catch (DemoFailedException e) {
      bench.err().println();
      bench.err().println(e.getMessage());
      bench.err().println("Logs: " + bench.settings().log(Part.INGEST).getParent());
      return ExitCode.NOT_WELL;
    }
  }

  /// The story, on a stack that runs.
  static Demo story(Workbench bench) {
    return new Demo(
        bench.ingest(),
        bench.publish(),
        bench.settings().http(Part.PUBLISH),
        new EnrichedHistory(bench.settings().bootstrapServers(), bench.codec()),
        bench.out(),
        bench.clock());
  }
}
