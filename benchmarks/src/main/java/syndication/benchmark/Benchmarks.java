package syndication.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import syndication.system.Installation;

/// Measures the pipeline from outside, and prints a table.
///
/// Arguments: the checkout, and `--write` to put the table into `docs/benchmarks.md`.
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 1) {
      throw new IllegalArgumentException("arguments: none (expected: the checkout, [--write])");
    }
    Path repository = Path.of(args[0]).toAbsolutePath().normalize();
    Path home = repository.resolve("benchmarks/target/installation");
    var table = new Table();
    say("a first start, and the training of the next");
    Installation syndicate = Installation.fresh(repository, home);
    try {
      say("the second start, to the first delivery");
      StartUp.measure(repository, syndicate, table);
      say("latency");
      Latency.measure(syndicate, table);
      say("accepting articles");
      Hops.ingest(syndicate, table);
      say("the enrich hop");
      Hops.enrich(syndicate, table);
      say("deliveries, by a process of the role delivery");
      Publishing.deliveries(home, syndicate, table);
      say("the site's tables, by a process of the role site");
      Publishing.site(home, syndicate, table);
    } finally {
      syndicate.run("down");
    }
    System.out.print(table.markdown());
    if (args.length > 1 && args[1].equals("--write")) {
      Files.writeString(repository.resolve("docs/benchmarks.md"), table.markdown());
    }
  }

  private static void say(String what) {
    System.err.println("measuring: " + what);
  }
}
