package syndication.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event of today reads and is read by every event ever released: FULL_TRANSITIVE.
///
/// A release is a folder of `schemas/released`, written by [ReleasedSchemas] and never edited.
class SchemaCompatibilityTest {

  static final List<Schema> EVENTS =
      List.of(
          ArticleSubmitted.getClassSchema(),
          ArticleQuarantined.getClassSchema(),
          ArticleRevised.getClassSchema(),
          ArticleEnriched.getClassSchema(),
          ArticleWithdrawn.getClassSchema(),
          DeliveryAttempted.getClassSchema());

  private static final Path RELEASED = Path.of("released");

  @ParameterizedTest
  @MethodSource("everyReleasedEvent")
  void todayReadsWhatWasWrittenThen(Path file) {
    assertCompatible(today(file), parse(file));
  }

  @ParameterizedTest
  @MethodSource("everyReleasedEvent")
  void thenReadsWhatIsWrittenToday(Path file) {
    assertCompatible(parse(file), today(file));
  }

  static List<Path> everyReleasedEvent() {
    try (Stream<Path> files = Files.walk(RELEASED)) {
      List<Path> found = files.filter(it -> it.toString().endsWith(".avsc")).sorted().toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(EVENTS.size());
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertCompatible(Schema reader, Schema writer) {
    SchemaCompatibility.SchemaPairCompatibility pair =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);

    assertThat(pair.getType())
        .as(pair.getDescription())
        .isEqualTo(SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
  }

  private static Schema today(Path file) {
    String name = file.getFileName().toString().replace(".avsc", "");
    return EVENTS.stream()
        .filter(it -> it.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the event " + name + " was released and is gone"));
  }

  private static Schema parse(Path file) {
    try {
      return new Schema.Parser().parse(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
