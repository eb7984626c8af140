package syndication.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
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

  ServiceApi publish() {
    return api(Part.PUBLISH);
  }

  private ServiceApi api(Part part) {
    return new ServiceApi(part.id(), settings().http(part), settings().operatorToken());
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
