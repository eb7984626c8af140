package syndication.benchmark;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import syndication.local.process.Settings;
import syndication.local.process.Training;
import syndication.system.Articles;
import syndication.system.Http;
import syndication.system.Installation;
import syndication.system.Partner;

/// Measures the pipeline from outside, and prints a table.
///
/// Arguments: the checkout, and `--write` to put the table into `docs/benchmarks.md`.
public final class Benchmarks {

  private static final Duration AT_MOST = Duration.ofMinutes(3);
  private static final Duration TRAINED_WITHIN = Duration.ofMinutes(10);
  private static final int DELIVERIES = 20_000;

  /// Rounds before the one that counts: the compiler still works on this code for so long.
  private static final int WARM_UPS = 4;

  private static final int SITE_ARTICLES = 5_000;
  private static final String ROLES = "SYNDICATE_PUBLISH_ROLES";
  private static final int HOPS = 10_000;
  private static final int ACCEPTED = 4_000;
  private static final int RATE_PER_SECOND = 50;
  private static final int SECONDS = 40;

  private final Path repository;
  private final Path home;
  private final Installation syndicate;
  private final List<Row> rows = new ArrayList<>();

  private Benchmarks(Path repository, Path home, Installation syndicate) {
    this.repository = repository;
    this.home = home;
    this.syndicate = syndicate;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 1) {
      throw new IllegalArgumentException("arguments: none (expected: the checkout, [--write])");
    }
    Path repository = Path.of(args[0]).toAbsolutePath().normalize();
    Path home = repository.resolve("benchmarks/target/installation");
    Installation syndicate = Installation.fresh(repository, home);
    try {
      var it = new Benchmarks(repository, home, syndicate);
      it.start();
      it.latency();
      it.accept();
      it.enrich();
      it.deliver();
      it.site();
      it.report(args.length > 1 && args[1].equals("--write"));
    } finally {
      syndicate.run("down");
    }
  }

  private void start() throws IOException {
    say("waiting for the start to be trained, as it is in the background after a first start");
    var checkout = new Settings(repository, Map.of());
    await().atMost(TRAINED_WITHIN).until(() -> !Training.running(checkout));
    say("second start, to the first delivery");
    Map<String, String> key = syndicate.source("start");
    try (var partner = new Partner()) {
      syndicate.subscribe("start-partner", partner, "start");
      syndicate.run("down").expectSuccess();
      Instant began = Instant.now();
      syndicate.up();
      Duration up = Duration.between(began, Instant.now());
      Http.post(
              syndicate.ingest() + "/api/articles",
              key,
              Articles.ninjs("start-1", "First after the start"))
          .expect(202);
      await().atMost(AT_MOST).until(() -> !partner.received().isEmpty());
      Duration delivered = Duration.between(began, Instant.now());
      rows.add(new Row("second `up` to all healthy", seconds(up), "–", "aim: 15 s"));
      rows.add(new Row("second `up` to the first delivery", seconds(delivered), "–", "–"));
    }
    long bytes = syndicate.json("status").path("memoryBytes").asLong();
    rows.add(
        new Row("resident memory of all processes", bytes / 1_000_000 + " MB", "–", "aim: 1.5 GB"));
  }

  private void latency() throws IOException {
    say("latency at " + RATE_PER_SECOND + " articles a second");
    Map<String, String> key = syndicate.source("latency");
    Map<String, Long> acceptedAt = new ConcurrentHashMap<>();
    List<Long> nanos = new ArrayList<>();
    try (var partner = new TimedPartner()) {
      syndicate.subscribe("latency-partner", partner.partner(), "latency");
      int total = RATE_PER_SECOND * SECONDS;
      long began = System.nanoTime();
      for (int i = 0; i < total; i++) {
        long due = began + i * (TimeUnit.SECONDS.toNanos(1) / RATE_PER_SECOND);
        LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
        String headline = "Latency report " + i;
        submit(key, "latency-" + i, headline, i);
        acceptedAt.put(headline, System.nanoTime());
      }
      await().atMost(AT_MOST).until(() -> partner.arrivals().size() >= total);
      partner
          .arrivals()
          .forEach(
              (headline, at) -> nanos.add(Math.max(0, at - acceptedAt.getOrDefault(headline, at))));
    }
    // The first quarter warms up.
    List<Long> sorted = nanos.stream().sorted().toList();
    rows.add(
        new Row(
            "accepted to received at %d articles/s: p50 / p90 / p99 / max"
                .formatted(RATE_PER_SECOND),
            "%d / %d / %d / %d ms"
                .formatted(
                    millis(sorted, 0.5),
                    millis(sorted, 0.9),
                    millis(sorted, 0.99),
                    millis(sorted, 1.0)),
            "–",
            "aim: p50 150 ms, p99 1 s"));
  }

  private void accept() throws IOException, InterruptedException {
    say("accepting articles");
    Map<String, String> key = syndicate.source("accept");
    ProcessHandle ingest = syndicate.process("ingest-service");
    submitMany(key, "warm", ACCEPTED / 2);
    Duration before = Cpu.of(ingest);
    submitMany(key, "accept", ACCEPTED);
    double ours = Cpu.micros(Cpu.of(ingest).minus(before), ACCEPTED);
    double bare =
        bare("produce", syndicate.kafka(), "deliveries.attempted", Integer.toString(ACCEPTED * 5));
    rows.add(
        row(
            "ingest: accept, clean, identify, revise (CPU an article), beside a bare producer",
            ours,
            bare));
  }

  private void enrich() throws IOException, InterruptedException {
    say("the enrich hop");
    ProcessHandle enrich = syndicate.process("enrich-service");
    try (var events = new Events(syndicate.kafka(), syndicate.registry())) {
      long done = enrichedRecords();
      events.revised("bench-enrich", HOPS);
      long warm = done + HOPS;
      await().atMost(AT_MOST).until(() -> enrichedRecords() >= warm);
      Duration before = Cpu.of(enrich);
      long began = System.nanoTime();
      events.revised("bench-enrich", HOPS);
      await()
          .pollInterval(Duration.ofMillis(100))
          .atMost(AT_MOST)
          .until(() -> enrichedRecords() >= warm + HOPS);
      double rate = HOPS / ((System.nanoTime() - began) / 1e9);
      double ours = Cpu.micros(Cpu.of(enrich).minus(before), HOPS);
      double bare =
          bare(
              "hop",
              syndicate.kafka(),
              "articles.revised",
              "deliveries.attempted",
              Integer.toString(HOPS));
      rows.add(row("enrich hop (CPU an article), beside a bare consume-produce loop", ours, bare));
      rows.add(new Row("enrich hop, articles a second", "%.0f".formatted(rate), "–", "aim: 2,500"));
    }
  }

  private long enrichedRecords() {
    for (var topic : syndicate.json("status").path("topics")) {
      if (topic.path("name").asText().equals("articles.enriched")) {
        return topic.path("records").asLong();
      }
    }
    return 0;
  }

  /// The role that delivers, in a process of its own: what the site makes of the same articles is
  /// measured apart.
  private void deliver() throws IOException, InterruptedException {
    say("deliveries, by a process of the role delivery");
    syndicate.restart("publish-service", Map.of(ROLES, "delivery"));
    ProcessHandle publish = publishProcess();
    try (var sink = new Sink();
        var events = new Events(syndicate.kafka(), syndicate.registry())) {
      subscribe(sink.endpoint());
      long sent = 0;
      for (int i = 0; i < WARM_UPS; i++) {
        sent += deliver(events, sink, sent);
      }
      Duration before = Cpu.of(publish);
      long began = System.nanoTime();
      sent += deliver(events, sink, sent);
      double rate = DELIVERIES / ((System.nanoTime() - began) / 1e9);
      double ours = Cpu.micros(Cpu.of(publish).minus(before), DELIVERIES);
      double bare =
          bare(
              "post",
              sink.endpoint(),
              Long.toString(sink.bodyBytes() / sent),
              Integer.toString(DELIVERIES * WARM_UPS),
              Integer.toString(DELIVERIES));
      rows.add(
          row(
              "delivery, signed, receipted and logged (CPU each), beside the bare client unsigned",
              ours,
              bare));
      rows.add(
          new Row("deliveries a second to one partner", "%.0f".formatted(rate), "–", "aim: ratio 1.6"));
    }
  }

  private static long deliver(Events events, Sink sink, long sentBefore) {
    events.enriched("bench-deliver", DELIVERIES);
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(AT_MOST)
        .until(() -> sink.received() >= sentBefore + DELIVERIES);
    return DELIVERIES;
  }

  /// The role that shows articles: it first catches up with what was delivered meanwhile.
  private void site() throws IOException {
    say("the site's tables, by a process of the role site");
    syndicate.restart("publish-service", Map.of(ROLES, "site"));
    ProcessHandle publish = publishProcess();
    try (var events = new Events(syndicate.kafka(), syndicate.registry())) {
      await().atMost(AT_MOST).until(() -> events.lag("publish-site") == 0);
      Duration before = Cpu.of(publish);
      events.enriched("bench-site", SITE_ARTICLES);
      await()
          .pollInterval(Duration.ofMillis(100))
          .atMost(AT_MOST)
          .until(() -> events.lag("publish-site") == 0);
      double ours = Cpu.micros(Cpu.of(publish).minus(before), SITE_ARTICLES);
      rows.add(
          new Row("the site: an article sanitised, stored and indexed (CPU)", "%.0f µs".formatted(ours), "–", "–"));
    }
  }

  // Not by `status`: a process of one role alone does not answer all that it asks.
  private ProcessHandle publishProcess() throws IOException {
    String pid = Files.readAllLines(home.resolve("run/publish-service.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private void subscribe(String endpoint) {
    Http.post(
            syndicate.publish() + "/api/admin/partners",
            syndicate.operator(),
            "{\"id\":\"bench\",\"name\":\"Benchmark\"}")
        .expect(201);
    ObjectNode subscription = Http.JSON.createObjectNode().put("endpoint", endpoint);
    subscription.putObject("filter").putArray("sources").add("bench-deliver");
    Http.post(
            syndicate.publish() + "/api/admin/partners/bench/subscriptions",
            syndicate.operator(),
            subscription.toString())
        .expect(201);
  }

  private double bare(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path", ""),
                Bare.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("baseline failed: " + String.join(" ", arguments));
    }
    return Double.parseDouble(out.strip().lines().toList().getLast());
  }

  private void submitMany(Map<String, String> key, String prefix, int count) {
    for (int i = 0; i < count; i++) {
      submit(key, prefix + "-" + i, "Report " + prefix + " " + i, i);
    }
  }

  private void submit(Map<String, String> key, String id, String headline, int number) {
    String body = Articles.BODY.replace("nine hundred", Integer.toString(number));
    Http.post(
            syndicate.ingest() + "/api/articles",
            key,
            Articles.ninjs(id, headline, headline + ". " + body).toString())
        .expect(202);
  }

  private static Row row(String what, double ours, double bare) {
    return new Row(
        what, "%.0f µs".formatted(ours), "%.0f µs".formatted(bare), "%.1f".formatted(ours / bare));
  }

  private static long millis(List<Long> sortedNanos, double quantile) {
    int index = (int) Math.min(sortedNanos.size() - 1, Math.floor(quantile * sortedNanos.size()));
    return TimeUnit.NANOSECONDS.toMillis(sortedNanos.get(index));
  }

  private static String seconds(Duration duration) {
    return "%.1f s".formatted(duration.toMillis() / 1000.0);
  }

  private static void say(String what) {
    System.err.println("measuring: " + what);
  }

  private void report(boolean write) throws IOException {
    var table = new StringBuilder();
    table.append("# What it costs\n\n");
    table.append(
        "Made by `./syndicate benchmark --write` on %s: %d processors, %s, Java %s.\n"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT),
                System.getProperty("java.version", "")));
    table.append(
        "All processes, the load and the receivers share these processors. CPU figures are"
            + " processor time of the one\nprocess that does the work, after a warm-up; the"
            + " baseline ran in a process of its own in the same run.\n\n");
    table.append("| what | ours | baseline | ratio |\n|---|---|---|---|\n");
    rows.forEach(it -> table.append(it.markdown()).append('\n'));
    System.out.print(table);
    if (write) {
      Files.writeString(repository.resolve("docs/benchmarks.md"), table);
    }
  }
}
