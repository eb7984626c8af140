package syndication.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Runs [Bare] in a process of its own.
final class Baseline {

  private Baseline() {}

  /// @param arguments as [Bare] takes them
  /// @return microseconds of processor time a unit
  static double micros(String... arguments) throws IOException, InterruptedException {
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
}
