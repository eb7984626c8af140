package syndication.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Remembers a process between two runs of the command: its id and when it started, so that another
/// process that got the same id later is not taken for it.
final class ProcessFile {

  /// The start time that the system tells moves a little when its clock is set.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

  private final Path file;

  ProcessFile(Path file) {
    this.file = file;
  }

  void write(ProcessHandle process) {
    Instant started = process.info().startInstant().orElse(Instant.EPOCH);
    try {
      Files.createDirectories(Trees.parent(file));
      Files.writeString(file, process.pid() + "\n" + started + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /// The process, if it is running.
  Optional<ProcessHandle> running() {
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 2) {
        return Optional.empty();
      }
      Instant started = Instant.parse(lines.get(1));
      return ProcessHandle.of(Long.parseLong(lines.getFirst()))
          .filter(ProcessHandle::isAlive)
          .filter(it -> startedAt(it, started));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (NumberFormatException | java.time.format.DateTimeParseException e) {
      // A half-written file says as much as none.
      return Optional.empty();
    }
  }

  /// Whether a process was started and not stopped, be it running or not.
  boolean exists() {
    return Files.isRegularFile(file);
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant expected) {
    return process
        .info()
        .startInstant()
        .map(it -> Duration.between(it, expected).abs().compareTo(CLOCK_TOLERANCE) < 0)
        .orElse(true);
  }
}
