package syndication.schema.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrySchemaIdsTest {

  private static final Schema SCHEMA =
      SchemaBuilder.record("Note").fields().requiredString("text").endRecord();

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private HttpServer registry;
  private RegistrySchemaIds ids;

  @BeforeEach
  void start() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.start();
    ids =
        new RegistrySchemaIds(
            URI.create("http://127.0.0.1:" + registry.getAddress().getPort() + "/apis/v7"));
  }

  @AfterEach
  void stop() {
    registry.stop(0);
  }

  @Test
  void registersOnceWithTheStrictestCompatibility() {
    answer("/apis/v7/config/notes-value", 200, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
    answer("/apis/v7/subjects/notes-value/versions", 200, "{\"id\":7}");

    assertThat(ids.idOf("notes-value", SCHEMA)).isEqualTo(7);
    assertThat(ids.idOf("notes-value", SCHEMA)).isEqualTo(7);

    assertThat(requests)
        .containsExactly(
            "PUT /apis/v7/config/notes-value {\"compatibility\":\"FULL_TRANSITIVE\"}",
            "POST /apis/v7/subjects/notes-value/versions {\"schema\":\""
                + SCHEMA.toString().replace("\"", "\\\"")
                + "\"}");
  }

  @Test
  void whatItRegisteredItReadsWithoutAsking() {
    answer("/apis/v7/config/notes-value", 200, "{}");
    answer("/apis/v7/subjects/notes-value/versions", 200, "{\"id\":7}");
    ids.idOf("notes-value", SCHEMA);
    registry.stop(0);

    assertThat(ids.schemaOf(7)).isEqualTo(SCHEMA);
  }

  @Test
  void anIncompatibleSchemaIsSaidWithTheRegistrysReason() {
    answer("/apis/v7/config/notes-value", 200, "{}");
    answer("/apis/v7/subjects/notes-value/versions", 409, "reader misses a default");

    assertThatThrownBy(() -> ids.idOf("notes-value", SCHEMA))
        .isInstanceOf(IncompatibleSchemaException.class)
        .hasMessageContaining("reader misses a default");
  }

  @Test
  void aRegistryThatIsGoneMayComeBack() {
    registry.stop(0);

    assertThatThrownBy(() -> ids.schemaOf(7)).isInstanceOf(RegistryUnavailableException.class);
    assertThat(ids.answers()).isFalse();
  }

  @Test
  void aNumberNobodyKnowsIsUnreadable() {
    answer("/apis/v7/schemas/ids/9", 404, "{}");

    assertThatThrownBy(() -> ids.schemaOf(9)).isInstanceOf(UnreadableEventException.class);
  }

  private void answer(String path, int status, String body) {
    registry.createContext(path, exchange -> respond(exchange, status, body));
  }

  private void respond(HttpExchange exchange, int status, String body) throws IOException {
    String content = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + content);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
