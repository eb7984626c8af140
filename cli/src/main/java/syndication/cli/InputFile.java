package syndication.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A file that was named on the command line.
final class InputFile {

  private InputFile() {}

  /// @throws IllegalArgumentException when there is no such file
  static byte[] bytes(Path file) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          "FILE: %s is a directory (expected: a file)".formatted(file));
    }
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("There is no file %s.".formatted(file), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
