package syndication.ingest.tryout;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import syndication.ingest.feed.Entry;
import syndication.ingest.feed.EntryCodec;
import syndication.ingest.feed.Feed;
import syndication.ingest.feed.FeedLint;
import syndication.ingest.feed.FeedReader;
import syndication.ingest.feed.Finding;
import syndication.ingest.feed.Position;
import syndication.ingest.feed.Unreadable;
import tools.jackson.databind.json.JsonMapper;

/// `./syndicate try feed FILE…`: shows what we would take from feeds, and what is wrong with them,
/// offline.
///
/// Standard output has a line of JSON for each entry, in the form in which it would be submitted,
/// and one for each entry or file that cannot be read. Standard error has the findings in words.
public final class TryFeed {

  static final int ALL_READ = 0;
  static final int SOMETHING_UNREADABLE = 2;
  static final int USAGE = 64;

  private static final String HELP =
      """
      usage: syndicate try feed [--json] [--timing] FILE...
        --json    print the findings as JSON lines too, not as words on standard error
        --timing  print the processor time for each entry on standard error
      exit: 0 all read, 2 something unreadable, 64 wrong usage
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;
  private final EntryCodec codec = new EntryCodec();
  private final FeedReader reader = new FeedReader();
  private boolean json;
  private boolean timing;
  private boolean complete = true;

  TryFeed(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  public static void main(String[] args) {
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = new TryFeed(out, err, InstantSource.system()).run(List.of(args));
    out.flush();
    System.exit(code);
  }

  int run(List<String> args) {
    var files = new ArrayList<Path>();
    for (String arg : args) {
      switch (arg) {
        case "--json" -> json = true;
        case "--timing" -> timing = true;
        case "--help", "-h" -> {
          out.print(HELP);
          return ALL_READ;
        }
        default -> {
          if (arg.startsWith("-")) {
            err.println("option: " + arg + " (expected: --json or --timing)");
            err.print(HELP);
            return USAGE;
          }
          files.add(Path.of(arg));
        }
      }
    }
    if (files.isEmpty()) {
      err.print(HELP);
      return USAGE;
    }
    for (Path file : files) {
      read(file);
    }
    return complete ? ALL_READ : SOMETHING_UNREADABLE;
  }

  private void read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      String reason =
          e instanceof NoSuchFileException
              ? "there is no such file"
              : "it cannot be read: " + e.getMessage();
      unreadable(file, new Unreadable("file.unreadable", reason, Position.WHOLE, ""));
      err.printf("%s: %s%n", file, reason);
      return;
    }
    Instant now = clock.instant();
    Feed feed = reader.read(bytes, null, null, now);
    for (Entry entry : feed.entries()) {
      out.writeBytes(codec.toJson(entry));
      out.println();
    }
    feed.unreadable().forEach(lost -> unreadable(file, lost));
    List<Finding> findings = FeedLint.check(feed);
    if (json) {
      findings.forEach(finding -> out.println(JSON.writeValueAsString(Map.of("finding", finding))));
    } else {
      tell(file, feed, findings);
    }
    if (timing) {
      FeedTiming.measure(bytes, now, feed.entries().size()).ifPresent(err::println);
    }
  }

  private void unreadable(Path file, Unreadable lost) {
    complete = false;
    var error = new LinkedHashMap<String, Object>();
    error.put("file", file.toString());
    error.put("rule", lost.rule());
    error.put("reason", lost.reason());
    error.put("line", lost.position().line());
    error.put("column", lost.position().column());
    error.put("snippet", lost.snippet());
    out.println(JSON.writeValueAsString(Map.of("error", error)));
  }

  private void tell(Path file, Feed feed, List<Finding> findings) {
    err.printf(
        "%s: %s, %s, %d entries, %d unreadable%n",
        file, feed.format(), feed.encoding(), feed.entries().size(), feed.unreadable().size());
    for (Finding finding : findings) {
      err.printf(
          "  %-7s %s [%s]%n          %s%n          %s%n",
          finding.severity(), finding.what(), finding.rule(), finding.where(), finding.advice());
    }
  }
}
