package syndication.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One service's HTTP API, called as its operator.
public final class ServiceApi {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int SUCCESS_MAX = 299;

  /// No list of an installation this command is used on is longer; more says that a cursor loops.
  private static final int PAGES_MAX = 1000;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String name;
  private final URI base;
  private final Supplier<String> token;

  /// @param name for messages
  /// @param base address without a slash at the end
  /// @param token the operator's
  public ServiceApi(String name, URI base, Supplier<String> token) {
    this.name = name;
    this.base = base;
    this.token = token;
  }

  public JsonNode get(String path) {
    return send("GET", path, "application/json", null, Map.of());
  }

  public JsonNode post(String path, @Nullable JsonNode body) {
    return sendJson("POST", path, body);
  }

  public JsonNode patch(String path, JsonNode body) {
    return sendJson("PATCH", path, body);
  }

  public JsonNode delete(String path) {
    return send("DELETE", path, "application/json", null, Map.of());
  }

  /// All items of a list, page after page.
  public List<JsonNode> items(String path) {
    var it = new ArrayList<JsonNode>();
    String next = "";
    for (int page = 0; page < PAGES_MAX; page++) {
      String separator = path.contains("?") ? "&" : "?";
      JsonNode answer = get(next.isEmpty() ? path : path + separator + "cursor=" + encoded(next));
      answer.path("items").forEach(it::add);
      next = answer.path("next").asText("");
      if (next.isEmpty() || next.equals("null")) {
        return it;
      }
    }
    throw new IllegalStateException(name + ": the list " + path + " does not end");
  }

  /// @param headers in addition to content type and the operator's token; an `Authorization` here
  ///   takes the token's place
  public JsonNode send(
      String method,
      String path,
      String contentType,
      byte @Nullable [] body,
      Map<String, String> headers) {
    HttpResponse<String> response = exchange(method, path, contentType, body, headers);
    if (response.statusCode() > SUCCESS_MAX) {
      throw refusal(response);
    }
    return parsed(response.body());
  }

  /// The answer's text as it is, such as OPML.
  public String text(String path) {
    return text("GET", path, "text/plain", null, Map.of());
  }

  /// An answer of any length, as it comes.
  public void download(String path, OutputStream out) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token.get())
            .GET()
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() > SUCCESS_MAX) {
          throw refusal(
              response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
        body.transferTo(out);
      }
    } catch (IOException e) {
      throw ApiException.unreachable("%s at %s: %s".formatted(name, base, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unreachable("interrupted while asking " + name, e);
    }
  }

  /// As [#send], for an answer that is not one JSON document.
  public String text(
      String method,
      String path,
      String contentType,
      byte @Nullable [] body,
      Map<String, String> headers) {
    HttpResponse<String> response = exchange(method, path, contentType, body, headers);
    if (response.statusCode() > SUCCESS_MAX) {
      throw refusal(response);
    }
    return response.body();
  }

  /// A value as part of a path or query.
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Those parameters that have a value, as a query with its question mark.
  ///
  /// @param namesAndValues in turn
  public static String query(String... namesAndValues) {
    var it = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].isEmpty()) {
        it.append(it.isEmpty() ? '?' : '&')
            .append(namesAndValues[i])
            .append('=')
            .append(encoded(namesAndValues[i + 1]));
      }
    }
    return it.toString();
  }

  private JsonNode sendJson(String method, String path, @Nullable JsonNode body) {
    byte[] bytes = body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
    return send(method, path, "application/json", bytes, Map.of());
  }

  private HttpResponse<String> exchange(
      String method,
      String path,
      String contentType,
      byte @Nullable [] body,
      Map<String, String> extra) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "Bearer " + token.get());
    headers.put("Accept", "application/json, application/problem+json, */*");
    if (body != null) {
      headers.put("Content-Type", contentType);
    }
    headers.putAll(extra);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(ANSWER_WITHIN)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      throw ApiException.unreachable(
          "%s does not run at %s. Start it with ./syndicate up.".formatted(name, base), e);
    } catch (IOException e) {
      throw ApiException.unreachable("%s at %s: %s".formatted(name, base, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.unreachable("interrupted while asking " + name, e);
    }
  }

  private ApiException refusal(HttpResponse<String> response) {
    return refusal(response.statusCode(), response.body());
  }

  private ApiException refusal(int status, String body) {
    JsonNode problem = parsed(body);
    // The detail is about this very request, the title only names its kind.
    String detail = problem.path("detail").asText("");
    var message = new StringBuilder(detail.isEmpty() ? problem.path("title").asText("") : detail);
    if (message.isEmpty()) {
      message.append(name).append(" answered ").append(status);
    }
    for (JsonNode error : problem.path("errors")) {
      String fault =
          "%s: %s (expected: %s)"
              .formatted(
                  error.path("field").asText(),
                  error.path("found").asText(),
                  error.path("expected").asText());
      // Of a single fault the detail says it already.
      if (!fault.equals(detail)) {
        message.append("%n  %s".formatted(fault));
      }
    }
    return ApiException.answered(status, message.toString());
  }

  private JsonNode parsed(String body) {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
