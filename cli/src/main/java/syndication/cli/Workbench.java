package syndication.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import syndication.cli.api.ServiceApi;
import syndication.local.process.Health;
import syndication.local.process.LocalStack;
import syndication.local.process.Part;
import syndication.local.process.Settings;
import syndication.local.process.StackException;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistrySchemaIds;

/// What every verb works with.
///
/// @param out for what was asked for
/// @param err for what is said about it
record Workbench(LocalStack stack, PrintStream out, PrintStream err, InstantSource clock) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Settings settings() {
    return stack.settings();
  }

  ServiceApi ingest() {
    return api(Part.INGEST);
  }

  ServiceApi enrich() {
    return api(Part.ENRICH);
  }

  ServiceApi publish() {
    return api(Part.PUBLISH);
  }

  private ServiceApi api(Part part) {
    return new ServiceApi(part.id(), settings().http(part), this::operatorToken);
  }

  /// Reads and writes events by the local registry.
  EventCodec codec() {
    return new EventCodec(new RegistrySchemaIds(settings().registryApi()));
  }

  /// @throws StackException when there is no broker to ask, which Kafka's client would wait for
  void requireBroker() {
    Health broker = stack.health(Part.BROKER);
    if (!broker.well()) {
      throw new StackException(
          "The broker is not well: " + broker.words() + ". Start it with ./syndicate up.");
    }
  }

  // Of services that run elsewhere, in containers, it is told by the environment.
  private String operatorToken() {
    Path file =
        settings()
            .value("SYNDICATE_OPERATOR_TOKEN_FILE")
            .map(Path::of)
            .orElse(settings().operatorToken());
    try {
      Optional<String> told = settings().value("SYNDICATE_OPERATOR_TOKEN");
      if (told.isPresent()) {
        return told.get();
      }
      return Files.isReadable(file) ? Files.readString(file).strip() : "none";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the operator's token in " + file, e);
    }
  }

  void say(String line) {
    out.println(line);
  }

  void say(List<String> lines) {
    lines.forEach(out::println);
  }

  void json(JsonNode node) {
    try {
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing JSON to memory failed", e);
    }
  }
}
