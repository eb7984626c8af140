package syndication.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/// A partner on this machine: takes webhooks and checks each signature with the published Standard
/// Webhooks library, as any partner would.
final class DemoPartner implements AutoCloseable {

  private static final int BACKLOG = 64;
  private static final int TAKEN = 204;
  private static final int REFUSED = 401;

  /// @param type such as `article.published`
  /// @param article the ninjs document
  record Taken(String type, JsonNode article, Instant at) {

    String articleId() {
      return article.path("uri").asText();
    }

    String headline() {
      return article.path("headlines").path(0).path("value").asText();
    }
  }

  private final ObjectMapper json = new ObjectMapper();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final InstantSource clock;
  private final HttpServer server;
  private volatile String secret = "";

  DemoPartner(InstantSource clock) {
    this.clock = clock;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's partner cannot listen", e);
    }
    server.createContext("/webhooks", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
  }

  /// @param secret `whsec_…`, as it was shown when the subscription was made
  void verifyWith(String secret) {
    this.secret = secret;
  }

  Optional<Taken> first(Predicate<Taken> wanted) {
    return taken.stream().filter(wanted).findFirst();
  }

  /// Why deliveries were not believed.
  List<String> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int answer = TAKEN;
    try {
      new Webhook(secret)
          .verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true));
      JsonNode message = json.readTree(body);
      taken.add(
          new Taken(message.path("type").asText(), message.path("data"), clock.instant()));
    } catch (WebhookVerificationException | IllegalArgumentException e) {
      refused.add(String.valueOf(e.getMessage()));
      answer = REFUSED;
    }
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }
}
