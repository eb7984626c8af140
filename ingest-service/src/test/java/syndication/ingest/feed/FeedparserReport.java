package syndication.ingest.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Puts the table of assertions where people and later builds find it.
final class FeedparserReport {

  private FeedparserReport() {}

  static void write(CharSequence table, List<String> failures) {
    System.out.println(table);
    try {
      Path folder = Files.createDirectories(Path.of("target", "reports"));
      Files.writeString(
          folder.resolve("feedparser.txt"), table + "\n" + String.join("\n", failures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
