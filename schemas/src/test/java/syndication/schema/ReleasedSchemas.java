package syndication.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;

/// Writes the events of today as a release: run by hand with the version as argument, when one is
/// made.
final class ReleasedSchemas {

  private ReleasedSchemas() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("arguments: none (expected: the version, such as 1.0.0)");
    }
    Path folder = Files.createDirectories(Path.of("released", args[0]));
    for (Schema event : SchemaCompatibilityTest.EVENTS) {
      Files.writeString(folder.resolve(event.getName() + ".avsc"), event.toString(true) + "\n");
    }
  }
}
