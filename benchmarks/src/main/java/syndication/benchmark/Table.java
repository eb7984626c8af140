package syndication.benchmark;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was measured, as Markdown.
final class Table {

  private final List<Row> rows = new ArrayList<>();

  /// A figure that stands by itself.
  void add(String what, String ours, String aim) {
    rows.add(new Row(what, ours, "–", aim));
  }

  /// Processor time of a unit of work beside that of the bare way.
  void add(String what, double oursMicros, double bareMicros, String aim) {
    rows.add(
        new Row(
            what,
            micros(oursMicros),
            micros(bareMicros),
            "%.1f%s".formatted(oursMicros / bareMicros, aim.isEmpty() ? "" : " (" + aim + ")")));
  }

  static String micros(double value) {
    return "%.0f µs".formatted(value);
  }

  static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }

  String markdown() {
    var out = new StringBuilder();
    out.append("# What it costs\n\n");
    out.append(
        "Made by `./syndicate benchmark --write` on %s: %d processors, %s, Java %s.\n"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                System.getProperty("java.version", "")));
    out.append(
        "All processes, the load and the receivers share these processors. CPU figures are"
            + " processor time of the one\nprocess that does the work, after a warm-up; the"
            + " baseline ran in a process of its own in the same run.\n\n");
    out.append("| what | ours | baseline | ratio, or what is aimed at |\n|---|---|---|---|\n");
    rows.forEach(it -> out.append(it.markdown()).append('\n'));
    return out.toString();
  }
}
