package syndication.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import syndication.cli.output.Words;
import syndication.local.process.Part;
import syndication.local.process.Progress;
import syndication.local.process.StackException;
import syndication.local.process.Training;

/// `up`: starts what is not running.
@Command(
    name = "up",
    description = "Start broker, database, registry and services; wait until all are healthy.")
final class UpCommand implements Callable<Integer> {

  private final Workbench bench;

  @Parameters(
      arity = "0..*",
      paramLabel = "PART",
      description = "Only these: broker, postgres, registry, ingest, enrich, publish.")
  private List<String> parts = List.of();

  @Option(names = "--quiet", description = "Say nothing when all goes well.")
  private boolean quiet;

  UpCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    start(bench, wanted(bench, parts), quiet);
    return ExitCode.FINE;
  }

  /// Starts and tells.
  static void start(Workbench bench, Set<Part> wanted, boolean quiet) {
    long began = System.nanoTime();
    bench.stack().up(wanted, quiet ? Progress.UNHEARD : new PartByPart(bench));
    boolean training = Training.begin(bench.stack(), Rehearsal.class);
    if (quiet) {
      return;
    }
    bench.say(
        "All up in %s. Data in %s"
            .formatted(
                Words.duration(Duration.ofNanos(System.nanoTime() - began)),
                bench.settings().home()));
    if (wanted.contains(Part.PUBLISH)) {
      bench.say("  site              " + bench.settings().http(Part.PUBLISH) + "/");
    }
    if (wanted.contains(Part.INGEST)) {
      bench.say("  for sources       " + bench.settings().http(Part.INGEST) + "/api/articles");
    }
    bench.say("  operator's token  " + bench.settings().operatorToken());
    bench.say("  Addresses on loopback are allowed as feeds and endpoints.");
    if (training) {
      bench.say("  Preparing a faster next start in the background.");
    }
    bench.say("Next: ./syndicate status, ./syndicate demo, ./syndicate down");
  }

  static Set<Part> wanted(Workbench bench, List<String> names) {
    Set<Part> available = bench.stack().available();
    if (names.isEmpty()) {
      return available;
    }
    Set<Part> it = EnumSet.noneOf(Part.class);
    for (String name : names) {
      Part part =
          Part.called(name)
              .orElseThrow(() ->
                  new IllegalArgumentException(
                      "part: %s (expected: %s)"
                          .formatted(
                              name,
                              Arrays.stream(Part.values())
                                  .map(Part::id)
                                  .collect(Collectors.joining(", ")))));
      if (!available.contains(part)) {
        throw new StackException(part.id() + " is not built. Run ./syndicate install.");
      }
      it.add(part);
    }
    return it;
  }

  /// One line per part.
  record PartByPart(Workbench bench) implements Progress {

    @Override
    public void working(String what) {
      bench.say("  " + what + " …");
    }

    @Override
    public void reached(Part part, String state, Duration after) {
      bench.say(
          "  %-15s %5d  %-12s %8s"
              .formatted(part.id(), bench.settings().port(part), state, Words.duration(after)));
    }
  }
}
