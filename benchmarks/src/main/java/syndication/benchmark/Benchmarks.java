package syndication.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import syndication.system.Installation;

/// Measures the pipeline from outside, and prints a table.
///
/// Arguments: the checkout, then the names of what to measure (all when there are none), and
/// `--write` to put the table into `docs/benchmarks.md`.
public final class Benchmarks {

  private static final String WRITE = "--write";

  /// In this order: the site comes before the deliveries, of which it would have to read all first.
  private enum Measure {
    START("the second start, to the first delivery"),
    LATENCY("from accepted to received, at a steady rate"),
    INGEST("accepting articles"),
    ENRICH("the enrich hop"),
    SITE("the site's tables, by a process of the role site"),
    DELIVERIES("deliveries, by a process of the role delivery");

    private final String words;

    Measure(String words) {
      this.words = words;
    }
  }

  private Benchmarks() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 1) {
      throw new IllegalArgumentException(
          "arguments: none (expected: the checkout, [names of measures], [--write])");
    }
    Path repository = Path.of(args[0]).toAbsolutePath().normalize();
    List<String> names = new ArrayList<>(List.of(args).subList(1, args.length));
    boolean write = names.remove(WRITE);
    Set<Measure> wanted = measures(names);
    if (write && wanted.size() < Measure.values().length) {
      throw new IllegalArgumentException(WRITE + " with some measures (expected: with all)");
    }
    Path home = repository.resolve("benchmarks/target/installation");
    var table = new Table();
    say("first a start, and the training of the next");
    Installation syndicate = Installation.fresh(repository, home);
    try {
      for (Measure it : wanted) {
        say("measuring " + it.words);
        measure(it, repository, home, syndicate, table);
      }
    } finally {
      syndicate.run("down");
    }
    System.out.print(table.markdown());
    if (write) {
      Files.writeString(repository.resolve("docs/benchmarks.md"), table.markdown());
    }
  }

  private static Set<Measure> measures(List<String> names) {
    Set<Measure> wanted = EnumSet.noneOf(Measure.class);
    for (String name : names) {
      try {
        wanted.add(Measure.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            name
                + " (expected: "
                + List.of(Measure.values()).toString().toLowerCase(Locale.ROOT)
                + ")",
            e);
      }
    }
    return wanted.isEmpty() ? EnumSet.allOf(Measure.class) : wanted;
  }

  private static void measure(
      Measure measure, Path repository, Path home, Installation syndicate, Table table)
      throws IOException, InterruptedException {
    switch (measure) {
      case START -> StartUp.measure(repository, syndicate, table);
      case LATENCY -> Latency.measure(syndicate, table);
      case INGEST -> Hops.ingest(syndicate, table);
      case ENRICH -> Hops.enrich(syndicate, table);
      case SITE -> Publishing.site(home, syndicate, table);
      case DELIVERIES -> Publishing.deliveries(home, syndicate, table);
    }
  }

  private static void say(String what) {
    System.err.println(what);
  }
}
