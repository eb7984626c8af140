package syndication.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How much memory a process and its children hold.
public final class ProcessMemory {

  private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");
  private static final int KILO = 1024;

  private ProcessMemory() {}

  /// Its proportional share where the system tells (Linux), else what is resident; 0 when unknown.
  public static long bytes(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(it -> one(it.pid()))
        .sum();
  }

  private static long one(long pid) {
    Path shares = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try {
      Matcher share = SHARE.matcher(Files.readString(shares));
      return share.find() ? Long.parseLong(String.valueOf(share.group(1))) * KILO : resident(pid);
    } catch (IOException e) {
      return resident(pid);
    }
  }

  private static long resident(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String kilobytes =
          new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return kilobytes.matches("\\d+") ? Long.parseLong(kilobytes) * KILO : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
