package syndication.enrich.kafka.replay;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import syndication.enrich.kafka.RevisedListener;
import syndication.schema.wire.RegistryUnavailableException;

/// The replays of this instance: one at a time, and each goes on where it was after a restart.
public final class Replays implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Replays.class);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(5);

  private final ReplayTools tools;
  private final ReplayFiles files;
  private final Set<String> stages;
  private final Map<String, Signals> running = new ConcurrentHashMap<>();

  /// @param directory where replays are kept
  /// @param stages that run here
  public Replays(ReplayTools tools, Path directory, List<String> stages) {
    this.tools = tools;
    this.files = new ReplayFiles(directory);
    this.stages = Set.copyOf(stages);
  }

  /// An order that makes no sense now.
  public static final class ReplayRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReplayRefusedException(String message) {
      super(message);
    }
  }

  /// Goes on with what a stop of the service interrupted.
  public void goOn() {
    files.all().stream().filter(ReplayState::running).forEach(this::begin);
  }

  /// @param wanted names of stages; empty for all that run here
  /// @throws IllegalArgumentException for a stage that does not run here
  /// @throws ReplayRefusedException when another replay runs
  public synchronized ReplayState order(
      String id, List<String> wanted, @Nullable Instant since, boolean model, boolean dryRun) {
    for (String it : wanted) {
      if (!stages.contains(it)) {
        throw new IllegalArgumentException(
            "stages: " + it + " (expected: any of " + stages.stream().sorted().toList() + ")");
      }
    }
    if (model && tools.followUp() == null) {
      throw new IllegalArgumentException(
          "model: true (expected: false, because no language model is configured)");
    }
    requireQuiet();
    List<String> all = wanted.isEmpty() ? stages.stream().sorted().toList() : wanted;
    var order = new ReplayOrder(id, all, since, model, dryRun, tools.clock().instant());
    ReplayState state = ReplayState.of(order);
    files.save(state);
    files.forgetOld();
    begin(state);
    return state;
  }

  /// @return `null` when there is no such replay
  public synchronized @Nullable ReplayState stop(String id) {
    Signals signals = running.get(id);
    if (signals != null) {
      signals.stop(true);
    }
    return find(id).orElse(null);
  }

  /// @return `null` when there is no such replay
  /// @throws ReplayRefusedException when another replay runs, or this one is done
  public synchronized @Nullable ReplayState resume(String id) {
    Optional<ReplayState> found = find(id);
    if (found.isEmpty() || running.containsKey(id)) {
      return found.orElse(null);
    }
    requireQuiet();
    ReplayState state = found.get();
    if (state.phase() == ReplayState.Phase.DONE) {
      throw new ReplayRefusedException("replay " + id + " is done");
    }
    ReplayState again = state.running(true);
    files.save(again);
    begin(again);
    return again;
  }

  public Optional<ReplayState> find(String id) {
    return files.find(id);
  }

  /// The newest first.
  public List<ReplayState> all() {
    return files.all();
  }

  /// The first changes of a replay, as JSON objects.
  public List<String> samples(ReplayState state, int most) {
    return files.samples(state, most);
  }

  /// The file with all changes of a replay, one JSON object a line; it may not be there yet.
  public Path changes(String id) {
    return files.changes(id);
  }

  @Override
  public void close() {
    running.values().forEach(it -> it.stop(false));
  }

  private void requireQuiet() {
    if (!running.isEmpty()) {
      throw new ReplayRefusedException(
          "replay " + running.keySet().iterator().next() + " runs; stop it, or wait for its end");
    }
  }

  private void begin(ReplayState state) {
    String id = state.order().id();
    var signals = new Signals();
    running.put(id, signals);
    Thread.ofPlatform().daemon().name("replay-" + id).start(() -> run(id, signals));
  }

  private void run(String id, Signals signals) {
    try {
      boolean ended = false;
      while (!ended && !signals.stopped()) {
        ended = tried(id, signals);
      }
      find(id)
          .filter(it -> signals.byOperator() && it.running())
          .ifPresent(it -> files.save(it.running(false)));
    } finally {
      running.remove(id);
    }
  }

  // An outage ends nothing: it goes on from what is in the files.
  private boolean tried(String id, Signals signals) {
    ReplayState state = find(id).orElseThrow();
    try {
      carryOut(state, signals);
      return true;
    } catch (KafkaException
        | RegistryUnavailableException
        | NestedRuntimeException
        | IllegalStateException
        | UncheckedIOException e) {
      logger
          .atWarn()
          .addKeyValue("replayId", id)
          .addKeyValue("reason", e.getMessage())
          .log("replay goes on soon");
      find(id).ifPresent(it -> files.save(it.troubled(String.valueOf(e.getMessage()))));
      signals.pause(BEFORE_NEXT_TRY);
      return false;
    }
  }

  private void carryOut(ReplayState from, Signals signals) {
    int cores = Runtime.getRuntime().availableProcessors();
    int partitions;
    try (var scan = new LogScan(tools.consumers())) {
      partitions = scan.partitions();
    }
    try (ExecutorService pool =
            Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().name("replay-enrich-", 0).daemon().factory());
        var traffic = new LiveTraffic(tools.admin(), RevisedListener.ID)) {
      var courtesy = new Courtesy(traffic, partitions, files, signals, System::nanoTime);
      ReplayState state = from;
      if (state.phase() == ReplayState.Phase.COMPARING) {
        state = new Comparing(tools, state.order(), files, pool, signals, courtesy).run(state);
        if (state.phase() == ReplayState.Phase.EMITTING && state.order().dryRun()) {
          state = state.in(ReplayState.Phase.DONE);
        }
        files.save(state);
      }
      if (state.phase() == ReplayState.Phase.EMITTING && !signals.stopped()) {
        state = new Emitting(tools, files, signals, courtesy).run(state);
        files.save(state);
      }
      tell(state);
    }
  }

  private static void tell(ReplayState state) {
    logger
        .atInfo()
        .addKeyValue("replayId", state.order().id())
        .addKeyValue("phase", state.phase())
        .addKeyValue("counts", state.counts())
        .log("replay");
  }
}
