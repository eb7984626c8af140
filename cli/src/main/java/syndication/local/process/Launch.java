package syndication.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program to be started so that it outlives this one.
///
/// @param command program and arguments
/// @param environment added to that of this process
record Launch(List<String> command, Map<String, String> environment) {

  Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  Launch(List<String> command) {
    this(command, Map.of());
  }

  /// Starts it in `directory`, out of reach of this terminal's Ctrl-C, with what it says appended
  /// to `log`.
  ProcessHandle start(Path directory, Path log) {
    try {
      Files.createDirectories(directory);
      Files.createDirectories(Trees.parent(log));
      var builder =
          new ProcessBuilder(detached())
              .directory(directory.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      return builder.start().toHandle();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), e);
    }
  }

  private List<String> detached() {
    var it = new ArrayList<String>();
    if (PostgresProgram.onPath("setsid")) {
      it.add("setsid");
    } else {
      it.addAll(List.of("/bin/sh", "-c", "trap '' HUP INT; exec \"$@\"", "sh"));
    }
    it.addAll(command);
    return it;
  }
}
