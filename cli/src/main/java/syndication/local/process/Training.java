package syndication.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// Makes the AOT caches that let the next start take half the time: a process in the background, at
/// the lowest priority, one part after the other.
public final class Training {

  private static final List<Part> PARTS =
      List.of(Part.PUBLISH, Part.INGEST, Part.ENRICH, Part.REGISTRY, Part.BROKER);
  private static final Duration RUN_WITHIN = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final String REGISTRY_LISTENS = "Listening on";
  private static final int LOG_LINES_READ = 200;

  private final Settings settings;
  private final Programs programs;

  private Training(Settings settings) {
    this.settings = settings;
    this.programs = new Programs(settings);
  }

  /// Begins in the background if a cache is missing, unless `SYNDICATE_TRAINING=no`.
  ///
  /// @return whether it was begun
  public static boolean begin(LocalStack stack) {
    Settings settings = stack.settings();
    var training = new Training(settings);
    boolean wanted =
        !settings.value("SYNDICATE_TRAINING").orElse("yes").equals("no")
            && PARTS.stream().anyMatch(part -> training.isMissing(stack, part));
    if (!wanted || file(settings).running().isPresent()) {
      return false;
    }
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(
        Programs.java(
            "-Xmx64m",
            List.of(),
            List.of(
                "-Dsyndicate.root=" + settings.root(),
                "-cp",
                Jvm.property("java.class.path"),
                "syndication.local.process.Training")));
    file(settings)
        .write(
            new Launch(command)
                .start(settings.apps(), settings.root().resolve(".syndicate/log/training.log")));
    return true;
  }

  public static void main(String[] args) {
    var settings = new Settings(Path.of(Jvm.property("syndicate.root")), System.getenv());
    var training = new Training(settings);
    var stack = new LocalStack(settings);
    PARTS.stream().filter(part -> training.isMissing(stack, part)).forEach(training::train);
  }

  private boolean isMissing(LocalStack stack, Part part) {
    return stack.available().contains(part)
        && (part != Part.REGISTRY || programs.registry().present())
        && !Files.isRegularFile(Programs.cache(programs.home(part)));
  }

  private void train(Part part) {
    Path cache = Programs.cache(programs.home(part));
    Path part1 = cache.resolveSibling("start.aot.part");
    Path log = settings.root().resolve(".syndicate/log/training-" + part.id() + ".log");
    try {
      Files.createDirectories(Trees.parent(log));
      Files.deleteIfExists(log);
      ProcessHandle run = programs.training(part, part1).start(settings.apps(), log);
      if (part == Part.REGISTRY) {
        awaitListening(run, log);
        run.destroy();
      }
      run.onExit().get(RUN_WITHIN.toSeconds(), TimeUnit.SECONDS);
      if (Files.isRegularFile(part1)) {
        Files.move(part1, cache, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + cache, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while making " + cache, e);
    } catch (ExecutionException | TimeoutException e) {
      throw new StackException("making " + cache + " took too long, see " + log, e);
    }
  }

  private static void awaitListening(ProcessHandle run, Path log) {
    long deadline = System.nanoTime() + RUN_WITHIN.toNanos();
    while (run.isAlive()
        && System.nanoTime() < deadline
        && LogTail.of(log, LOG_LINES_READ).stream()
            .noneMatch(it -> it.contains(REGISTRY_LISTENS))) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static ProcessFile file(Settings settings) {
    return new ProcessFile(settings.apps().resolve("training.pid"));
  }
}
