package syndication.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import syndication.local.FreePorts;

/// Makes the AOT caches that let the next start take half the time: a second stack, with data of
/// its own that is thrown away, is started in the background at the lowest priority, lives through
/// what its caller plays, and writes down at its end which classes that took.
public final class Training implements AutoCloseable {

  private static final List<Part> PARTS =
      List.of(Part.INGEST, Part.ENRICH, Part.PUBLISH, Part.REGISTRY, Part.BROKER);

  /// It runs when nothing else wants the processor, and each part writes its cache when it ends.
  private static final LocalStack.Patience PATIENCE =
      new LocalStack.Patience(Duration.ofMinutes(5), Duration.ofMinutes(5));

  /// Beside the stack that is in use, the second one takes 1.5 GB, and writing a cache 0.5 GB.
  private static final long MEMORY_BYTES_MIN = 4L * 1024 * 1024 * 1024;

  private final Programs programs;
  private final LocalStack stack;
  private final Set<Part> untrained;

  private Training(Settings settings) {
    this.programs = new Programs(settings, Programs.Caches.MADE);
    this.stack = new LocalStack(settings, programs, PATIENCE);
    this.untrained = untrained(stack, programs);
  }

  /// Begins in the background if a cache is missing, unless `SYNDICATE_TRAINING=no` or the machine
  /// is too small for two stacks.
  ///
  /// @param main run as a program, with the system property `syndicate.root`: opens a training
  /// @return whether it was begun
  public static boolean begin(LocalStack stack, Class<?> main) {
    Settings settings = stack.settings();
    if (settings.value("SYNDICATE_TRAINING").orElse("yes").equals("no")
        || untrained(stack, new Programs(settings, Programs.Caches.MADE)).isEmpty()
        || memoryBytes() < MEMORY_BYTES_MIN
        || running(settings)) {
      return false;
    }
    List<String> command = new ArrayList<>(List.of("env"));
    // What was set for the stack in use, ports for instance, is not meant for this one.
    System.getenv().keySet().stream()
        .filter(it -> it.startsWith("SYNDICATE_") || it.startsWith("OTEL_"))
        .forEach(it -> command.addAll(List.of("-u", it)));
    command.addAll(List.of("nice", "-n", "19"));
    command.addAll(
        Programs.java(
            "-Xmx96m",
            List.of(),
            List.of(
                "-Dsyndicate.root=" + settings.root(),
                "-Dlogback.configurationFile=syndicate-logback.xml",
                "-cp",
                Jvm.property("java.class.path"),
                main.getName())));
    file(settings)
        .write(
            new Launch(command)
                .start(settings.apps(), settings.root().resolve(".syndicate/log/training.log")));
    return true;
  }

  /// Whether one is under way in a checkout.
  public static boolean running(Settings settings) {
    return file(settings).running().isPresent();
  }

  /// The stack to train with, not started yet.
  ///
  /// @param settings of the checkout
  public static Training open(Settings settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SYNDICATE_HOME", settings.apps().resolve("training").toString());
    for (Part part : Part.values()) {
      environment.put(part.portVariable(), Integer.toString(FreePorts.next()));
    }
    environment.put("SYNDICATE_KAFKA_CONTROLLER_PORT", Integer.toString(FreePorts.next()));
    var training = new Training(new Settings(settings.root(), environment));
    // What a former one left that was killed.
    training.stack.down(Progress.UNHEARD);
    training.forget();
    return training;
  }

  /// The second stack.
  public LocalStack stack() {
    return stack;
  }

  /// Stops one part after the other, for each takes memory to write its cache, and puts the caches
  /// in place.
  @Override
  public void close() {
    for (Part part : PARTS) {
      stack.stop(part);
      if (untrained.contains(part)) {
        keepCache(part);
      }
    }
    stack.stop(Part.POSTGRES);
    forget();
  }

  private void forget() {
    try {
      Trees.delete(stack.settings().home());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + stack.settings().home(), e);
    }
  }

  // A part that did not end by itself has left none, or half a one that the JVM itself deletes.
  private void keepCache(Part part) {
    try {
      if (Files.isRegularFile(programs.unfinishedCache(part))) {
        Files.move(
            programs.unfinishedCache(part), programs.cache(part), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + programs.cache(part), e);
    }
  }

  private static Set<Part> untrained(LocalStack stack, Programs programs) {
    Set<Part> available = stack.available();
    Set<Part> it = EnumSet.noneOf(Part.class);
    PARTS.stream()
        .filter(available::contains)
        .filter(part -> !Files.isRegularFile(programs.cache(part)))
        .forEach(it::add);
    return it;
  }

  private static long memoryBytes() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getTotalMemorySize();
  }

  private static ProcessFile file(Settings settings) {
    return new ProcessFile(settings.apps().resolve("training.pid"));
  }
}
