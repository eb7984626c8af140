package syndication.local.process;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Whole directories at once.
public final class Trees {

  private Trees() {}

  /// The directory that a path is in.
  static Path parent(Path path) {
    return requireNonNull(path.toAbsolutePath().getParent(), () -> path + " has no parent");
  }

  /// The last part of a path.
  static String name(Path path) {
    return requireNonNull(path.getFileName(), () -> path + " has no name").toString();
  }

  /// Deletes a directory with all that is in it; links are deleted, not followed.
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(directory)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
