package syndication.enrich.tryout;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Enrichment;
import syndication.enrich.enrichment.Stages;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;

/// Enriches articles from a file with the very stages of the service, and nothing else running:
/// `try enrich [--times] [IN.jsonl [OUT.jsonl]]`, one line out for each line in, in order. What
/// each stage took is summed up at the end; in the lines it stands only with `--times`, for without
/// it the same article gives the same bytes.
public final class TryEnrich {

  // What waits for its turn: enough to keep all cores busy, and little to keep.
  private static final int WAITING_PER_CORE = 16;
  // Lines of this many letters together may wait, so that long ones cannot fill the memory.
  private static final long WAITING_CHARS_MAX = 16L * 1024 * 1024;
  private static final long PROGRESS_LINES = 10_000;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final String TIMES = "--times";

  // As sysexits.h has them.
  private static final int WRONG_USAGE = 64;
  private static final int NO_INPUT = 66;

  private record Waiting(int chars, Future<String> result) {}

  private final TryLine lines = new TryLine();
  private final Enricher enricher;
  private final PrintStream progress;
  private final boolean times;
  private final Map<String, LongAdder> nanosByStage = new LinkedHashMap<>();
  private double cpuThen = cpuSeconds();
  private long articles;
  private long errors;

  /// @param times whether each line tells what its stages took
  TryEnrich(PrintStream progress, boolean times) {
    var stages = new Stages(Stages.Options.DEFAULT, new LuceneLexicon(), new OpenNlpLanguages());
    this.enricher = new Enricher(stages.chosen(), System::nanoTime);
    this.progress = progress;
    this.times = times;
    stages.chosen().forEach(it -> nanosByStage.put(it.name(), new LongAdder()));
  }

  public static void main(String[] args) throws IOException {
    System.exit(run(List.of(args), System.err));
  }

  static int run(List<String> args, PrintStream messages) throws IOException {
    List<String> files = args.stream().filter(it -> !it.equals(TIMES)).toList();
    if (files.size() > 2) {
      messages.println("Usage: try enrich [--times] [IN.jsonl [OUT.jsonl]]");
      return WRONG_USAGE;
    }
    var tryout = new TryEnrich(messages, files.size() < args.size());
    // Readers and writers that put a sign in the place of what is no UTF-8, and go on.
    try (InputStream in =
        files.isEmpty() ? System.in : Files.newInputStream(Path.of(files.getFirst()))) {
      var lines = new InputStreamReader(in, StandardCharsets.UTF_8);
      if (files.size() > 1) {
        try (OutputStream out = Files.newOutputStream(Path.of(files.get(1)))) {
          tryout.run(lines, new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }
      } else {
        tryout.run(lines, new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
      }
    } catch (NoSuchFileException e) {
      messages.println(
          e.getFile() + ": no such file or folder (expected: JSON lines to read, a file to write)");
      return NO_INPUT;
    }
    return 0;
  }

  void run(Reader in, Writer out) throws IOException {
    long start = System.nanoTime();
    int cores = Runtime.getRuntime().availableProcessors();
    Queue<Waiting> waiting = new ArrayDeque<>();
    long chars = 0;
    var reader = new BoundedLines(in);
    var writer = new BufferedWriter(out);
    try (ExecutorService pool = Executors.newFixedThreadPool(cores)) {
      for (String line = reader.next(); line != null; line = reader.next()) {
        if (line.isBlank()) {
          continue;
        }
        String it = line;
        waiting.add(new Waiting(it.length(), pool.submit(() -> enrich(it))));
        chars += it.length();
        while (waiting.size() >= cores * WAITING_PER_CORE || chars > WAITING_CHARS_MAX) {
          Waiting first = waiting.remove();
          chars -= first.chars();
          write(first.result(), writer);
        }
      }
      while (!waiting.isEmpty()) {
        write(waiting.remove().result(), writer);
      }
    }
    writer.flush();
    report(System.nanoTime() - start);
  }

  private String enrich(String line) {
    if (line.length() > BoundedLines.CHARS_MAX) {
      return lines.error(
          null, "line: too long (expected: at most " + BoundedLines.CHARS_MAX + " chars)");
    }
    return switch (lines.read(line)) {
      case TryLine.Read.Unreadable it -> lines.error(it.id(), it.reason());
      case TryLine.Read.Usable it -> {
        Map<String, Long> micros = new HashMap<>();
        try {
          Enrichment made =
              enricher.enrich(
                  it.article(),
                  (stage, nanos) -> {
                    Objects.requireNonNull(nanosByStage.get(stage)).add(nanos);
                    if (times) {
                      micros.put(stage, nanos / NANOS_PER_MICRO);
                    }
                  });
          yield lines.write(it.article().id(), made, micros);
        } catch (Enricher.StageFailedException e) {
          yield lines.error(it.article().id(), String.valueOf(e.getMessage()));
        }
      }
    };
  }

  private void write(Future<String> result, BufferedWriter writer) throws IOException {
    try {
      String line = result.get();
      writer.write(line);
      writer.write('\n');
      articles++;
      errors += line.contains("\"error\":") && !line.contains("\"stages\":") ? 1 : 0;
      if (articles % PROGRESS_LINES == 0) {
        double cpu = cpuSeconds();
        progress.printf(
            "%d articles, the last %d at %.0f articles/CPU s%n",
            articles, PROGRESS_LINES, PROGRESS_LINES / Math.max(cpu - cpuThen, 1e-3));
        cpuThen = cpu;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("enriching failed", e.getCause());
    }
  }

  private void report(long nanos) {
    double seconds = nanos / 1e9;
    double cpu = cpuSeconds();
    progress.printf(
        "%d articles, %d errors, %.2f s, %.2f CPU s, %.0f articles/s, %.0f articles/CPU s%n",
        articles, errors, seconds, cpu, articles / seconds, cpu > 0 ? articles / cpu : 0);
    nanosByStage.forEach((stage, took) ->
        progress.printf(
            "  %-10s %8.2f s %6d µs an article%n",
            stage, took.sum() / 1e9, took.sum() / NANOS_PER_MICRO / Math.max(articles, 1)));
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean it
        ? it.getProcessCpuTime() / 1e9
        : 0;
  }
}
