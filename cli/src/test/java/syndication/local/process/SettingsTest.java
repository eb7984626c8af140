package syndication.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path root;

  @Test
  void everythingHasADefault() {
    var settings = new Settings(root, Map.of());

    assertThat(settings.home()).isEqualTo(root.resolve(".syndicate"));
    assertThat(settings.port(Part.INGEST)).isEqualTo(8081);
    assertThat(settings.port(Part.ENRICH)).isEqualTo(8082);
    assertThat(settings.port(Part.PUBLISH)).isEqualTo(8083);
    assertThat(settings.port(Part.REGISTRY)).isEqualTo(8084);
    assertThat(settings.port(Part.POSTGRES)).isEqualTo(5433);
    assertThat(settings.bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(settings.registryApi()).hasToString("http://127.0.0.1:8084/apis/ccompat/v7");
  }

  @Test
  void theEnvironmentGoesBeforeTheHomesFileAndThatBeforeTheCheckouts() throws IOException {
    Path home = Files.createDirectories(root.resolve("elsewhere"));
    Files.writeString(
        root.resolve("syndicate.properties"),
        "kafka.port=1001\npostgres.port=1001\ningest.port=1001\n");
    Files.writeString(
        home.resolve("syndicate.properties"), "syndicate.postgres.port=1002\ningest.port=1002\n");

    var settings =
        new Settings(
            root, Map.of("SYNDICATE_HOME", home.toString(), "SYNDICATE_INGEST_PORT", "1003"));

    assertThat(settings.port(Part.BROKER)).isEqualTo(1001);
    assertThat(settings.port(Part.POSTGRES)).isEqualTo(1002);
    assertThat(settings.port(Part.INGEST)).isEqualTo(1003);
  }

  @Test
  void aPortThatIsNoneIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Settings(root, Map.of("SYNDICATE_INGEST_PORT", "http")))
        .withMessage("SYNDICATE_INGEST_PORT: http (expected: a port from 1 to 65535)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Settings(root, Map.of("SYNDICATE_KAFKA_PORT", "70000")))
        .withMessageContaining("SYNDICATE_KAFKA_PORT: 70000");
  }
}
