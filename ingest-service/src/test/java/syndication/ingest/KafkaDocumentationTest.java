package syndication.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import syndication.ingest.identity.IdentityPolicy;
import syndication.ingest.normalise.Records;
import syndication.local.LocalBroker;
import syndication.local.LocalPostgres;
import syndication.schema.wire.Startup;

/// The program that `docs/sources.md` gives to sources with Kafka, run as it stands there against
/// the whole service.
class KafkaDocumentationTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String SOURCE = "by-kafka";

  @TempDir Path folder = Path.of("");

  @Test
  void whatTheProgramProducesIsPublishedAndOnceOnly() throws IOException, InterruptedException {
    try (var broker = LocalBroker.startTemporary();
        var postgres = LocalPostgres.startTemporary();
        var registry = new RegistryStandIn();
        var service = start(broker, postgres, registry)) {
      await().atMost(SOON).until(() -> service.getBean(Startup.class).ready());

      publish(broker, registry);
      publish(broker, registry);

      Records records = service.getBean(Records.class);
      await().atMost(SOON).until(() -> counts(records, SOURCE).received() == 2);
      assertThat(counts(records, SOURCE).published()).isEqualTo(1);
      assertThat(counts(records, SOURCE).unchanged()).isEqualTo(1);
      assertThat(counts(records, SOURCE).balanced()).isTrue();
    }
  }

  private static ConfigurableApplicationContext start(
      LocalBroker broker, LocalPostgres postgres, RegistryStandIn registry) {
    return new SpringApplicationBuilder(IngestService.class)
        .run(
            "--server.port=0",
            "--syndicate.registry=" + registry.address(),
            "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
            "--spring.datasource.url=" + postgres.jdbcUrl(postgres.createDatabase()));
  }

  private void publish(LocalBroker broker, RegistryStandIn registry)
      throws IOException, InterruptedException {
    Path program = folder.resolve("Publish.java");
    Files.writeString(program, code());
    Path java = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java");
    Path says = folder.resolve("says.txt");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                program.toString(),
                broker.bootstrapServers(),
                registry.address().toString(),
                SOURCE)
            .redirectErrorStream(true)
            .redirectOutput(says.toFile())
            .start();

    assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(says)).isZero();
  }

  private static Records.SourceCounts counts(Records records, String source) {
    return records.counts().stream()
        .filter(it -> it.sourceId().equals(source))
        .findFirst()
        .orElse(new Records.SourceCounts(source, 0, 0, 0, 0, 0, 0, 0, IdentityPolicy.STATED));
  }

  private static String code() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "sources.md"));
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(block.find()).as("a code block in Java").isTrue();
    return Objects.requireNonNull(block.group(1));
  }
}
