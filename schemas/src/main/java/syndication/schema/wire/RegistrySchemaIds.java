package syndication.schema.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;

/// Numbers from a schema registry that speaks Confluent's API (Apicurio at `/apis/ccompat/v7`,
/// Confluent at `/`). Every answer is kept for good, so the registry may go away after start.
public final class RegistrySchemaIds implements SchemaIds {

  /// Old and new readers and writers understand each other, whichever versions meet.
  private static final String COMPATIBILITY = "FULL_TRANSITIVE";

  /// What it means that it is away, once a service has started.
  public static final String AWAY =
      "the schema registry does not answer; known schemas are kept, and work goes on";

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final URI base;
  private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  /// @param base address of the API, such as `http://127.0.0.1:8084/apis/ccompat/v7`
  public RegistrySchemaIds(URI base) {
    this.base = URI.create(base.toString().replaceAll("/+$", "") + "/");
  }

  @Override
  public int idOf(String subject, Schema schema) {
    return ids.computeIfAbsent(new SubjectSchema(subject, schema), this::register);
  }

  @Override
  public Schema schemaOf(int id) {
    return schemas.computeIfAbsent(id, this::fetch);
  }

  /// Whether the registry answers now.
  public boolean answers() {
    try {
      return send("subjects", "GET", null).statusCode() == 200;
    } catch (RegistryUnavailableException e) {
      return false;
    }
  }

  private int register(SubjectSchema key) {
    String path = URLEncoder.encode(key.subject(), StandardCharsets.UTF_8);
    expectOk(
        send("config/" + path, "PUT", json.createObjectNode().put("compatibility", COMPATIBILITY)),
        key);
    JsonNode body = json.createObjectNode().put("schema", key.schema().toString());
    JsonNode answer = expectOk(send("subjects/" + path + "/versions", "POST", body), key);
    int id = answer.path("id").asInt();
    schemas.put(id, key.schema());
    return id;
  }

  private JsonNode expectOk(HttpResponse<String> response, SubjectSchema key) {
    int status = response.statusCode();
    if (status == 200) {
      return parse(response.body());
    }
    if (status == 409 || status == 422) {
      throw new IncompatibleSchemaException(
          "the registry refuses the schema of %s (%s): %s"
              .formatted(key.subject(), key.schema().getFullName(), response.body()));
    }
    throw new RegistryUnavailableException(
        "the schema registry at %s answered %d to %s".formatted(base, status, key.subject()));
  }

  private Schema fetch(int id) {
    HttpResponse<String> response = send("schemas/ids/" + id, "GET", null);
    if (response.statusCode() == 404) {
      throw new UnreadableEventException("the registry knows no schema " + id, null);
    }
    if (response.statusCode() != 200) {
      throw new RegistryUnavailableException(
          "the schema registry at %s answered %d to schema %d"
              .formatted(base, response.statusCode(), id));
    }
    try {
      return new Schema.Parser().parse(parse(response.body()).path("schema").asText());
    } catch (SchemaParseException e) {
      throw new UnreadableEventException("schema %d is not Avro".formatted(id), e);
    }
  }

  private HttpResponse<String> send(String path, String method, @Nullable JsonNode body) {
    HttpRequest.BodyPublisher content =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString());
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", MEDIA_TYPE)
            .header("Accept", MEDIA_TYPE + ", application/json")
            .method(method, content)
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new RegistryUnavailableException(
          "the schema registry at %s does not answer: %s".formatted(base, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryUnavailableException("interrupted while asking the schema registry", e);
    }
  }

  private JsonNode parse(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new RegistryUnavailableException("the schema registry's answer is not JSON", e);
    }
  }

  private record SubjectSchema(String subject, Schema schema) {}
}
