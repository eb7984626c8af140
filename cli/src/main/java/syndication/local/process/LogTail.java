package syndication.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The end of a log.
final class LogTail {

  /// Enough for a stack trace, whatever the log's size.
  private static final int BYTES_MAX = 16 * 1024;

  private LogTail() {}

  static List<String> of(Path log, int lines) {
    if (!Files.isRegularFile(log)) {
      return List.of();
    }
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      long length = file.length();
      byte[] bytes = new byte[(int) Math.min(length, BYTES_MAX)];
      file.seek(length - bytes.length);
      file.readFully(bytes);
      List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + log, e);
    }
  }
}
