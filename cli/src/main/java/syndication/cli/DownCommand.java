package syndication.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import syndication.local.process.Part;

/// `down`: stops everything; data stays, unless it is to be erased.
@Command(name = "down", description = "Stop everything, the services first. Data is kept.")
final class DownCommand implements Callable<Integer> {

  private final Workbench bench;

  @Option(names = "--erase", description = "Then delete all data, logs and the operator's token.")
  private boolean erase;

  @Option(names = "--yes", description = "Yes, erase.")
  private boolean sure;

  DownCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    if (erase && !sure) {
      bench
          .err()
          .println(
              "--erase deletes every article, source, partner and receipt in %s.%nIf that is meant:"
                  .formatted(bench.settings().home())
                  + " ./syndicate down --erase --yes");
      return ExitCode.REFUSED;
    }
    boolean running =
        Arrays.stream(Part.values()).anyMatch(it -> bench.stack().process(it).isPresent());
    bench.stack().down(new UpCommand.PartByPart(bench));
    if (erase) {
      bench.stack().erase();
      bench.say("Erased.");
    } else {
      bench.say(
          running
              ? "All stopped. Data is kept in " + bench.settings().home()
              : "Nothing was running.");
    }
    return ExitCode.FINE;
  }
}
