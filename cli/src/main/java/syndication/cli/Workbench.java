package syndication.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import syndication.cli.api.ServiceApi;
import syndication.local.process.LocalStack;
import syndication.local.process.Part;
import syndication.local.process.Settings;

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
    return new ServiceApi(
        part.id() + "-service", settings().http(part), settings().operatorToken());
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
