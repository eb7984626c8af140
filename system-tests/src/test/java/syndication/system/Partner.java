package syndication.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// A partner: takes webhooks, and verifies each with the published Standard Webhooks library.
public final class Partner implements AutoCloseable {

  /// @param genuine whether the library found the signature right
  public record Received(
      String webhookId,
      String type,
      String articleId,
      String version,
      JsonNode data,
      boolean genuine,
      Map<String, String> headers) {

    public String headline() {
      return data.path("headlines").path(0).path("value").asText();
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Consumer<Received> listener;
  private final String host;
  private final HttpServer server;
  private volatile String secret = "";
  private volatile int answer = 204;

  public Partner() throws IOException {
    this(_ -> {});
  }

  /// @param listener told of each delivery as it arrives
  public Partner(Consumer<Received> listener) throws IOException {
    this(InetAddress.getLoopbackAddress(), "127.0.0.1", listener);
  }

  /// @param bind the address it listens on
  /// @param host what the services know this machine as
  /// @param listener told of each delivery as it arrives
  public Partner(InetAddress bind, String host, Consumer<Received> listener) throws IOException {
    this.host = host;
    this.listener = listener;
    server = HttpServer.create(new InetSocketAddress(bind, 0), 100);
    server.createContext("/webhooks", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String endpoint() {
    return "http://" + host + ":" + server.getAddress().getPort() + "/webhooks";
  }

  public void use(String newSecret) {
    secret = newSecret;
  }

  public void answerWith(int status) {
    answer = status;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  public List<Received> about(String articleId) {
    return received.stream().filter(it -> it.articleId().equals(articleId)).toList();
  }

  public List<Received> withHeadline(String headline) {
    return received.stream().filter(it -> it.headline().equals(headline)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (answer < 300) {
      JsonNode message = Http.JSON.readTree(body);
      JsonNode data = message.path("data");
      var delivery =
          new Received(
              exchange.getRequestHeaders().getFirst("webhook-id"),
              message.path("type").asText(),
              data.path("uri").asText(),
              data.path("version").asText(),
              data,
              genuine(exchange, body),
              singleValued(exchange));
      received.add(delivery);
      listener.accept(delivery);
    }
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private boolean genuine(HttpExchange exchange, String body) {
    try {
      new Webhook(secret)
          .verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true));
      return true;
    } catch (WebhookVerificationException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Map<String, String> singleValued(HttpExchange exchange) {
    Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    return headers;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
