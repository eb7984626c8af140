package syndication.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/// Requests as a person or a program outside would make them.
public final class Http {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  public static final ObjectMapper JSON = new ObjectMapper();

  private Http() {}

  /// @param status HTTP status
  /// @param body as text
  public record Answer(int status, String body, Map<String, String> headers) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON (HTTP " + status + "): " + body, e);
      }
    }

    public Answer expect(int expected) {
      if (status != expected) {
        throw new AssertionError("HTTP " + status + " (expected: " + expected + "): " + body);
      }
      return this;
    }
  }

  public static Answer get(String address, Map<String, String> headers) {
    return send("GET", address, headers, "");
  }

  public static Answer post(String address, Map<String, String> headers, String body) {
    return send("POST", address, headers, body);
  }

  private static Answer send(
      String method, String address, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(ANSWER_WITHIN)
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Map<String, String> received = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      response
          .headers()
          .map()
          .forEach((name, values) -> received.put(name, String.join(", ", values)));
      return new Answer(response.statusCode(), response.body(), received);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at " + address, e);
    }
  }
}
