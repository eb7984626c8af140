package syndication.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A partner on loopback that keeps what it received.
public final class LocalPartner implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile HttpHandler behaviour = LocalPartner::accept;

  public LocalPartner() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /// @param body as sent
  public record Received(long atNanos, Map<String, String> headers, String body) {
    public String id() {
      return headers.getOrDefault("webhook-id", "");
    }

    public JsonNode json() {
      return JSON.readTree(body);
    }

    public String type() {
      return json().path("type").asString();
    }

    public String articleId() {
      return json().path("data").path("uri").asString();
    }

    public int version() {
      return Integer.parseInt(json().path("data").path("version").asString("0"));
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port() + "/hook");
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public List<Received> received() {
    return received;
  }

  public List<Received> of(String articleId) {
    return received.stream().filter(it -> it.articleId().equals(articleId)).toList();
  }

  /// What it did with requests from now on.
  public void behave(HttpHandler behaviour) {
    this.behaviour = behaviour;
  }

  public void acceptAll() {
    behave(LocalPartner::accept);
  }

  /// Waits until the condition holds.
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  public static void accept(HttpExchange exchange) throws IOException {
    answer(exchange, 200);
  }

  public static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    it -> it.getKey().toLowerCase(Locale.ROOT),
                    it -> it.getValue().getFirst(),
                    (one, _) -> one,
                    TreeMap::new));
    received.add(new Received(System.nanoTime(), headers, body));
    behaviour.handle(exchange);
  }
}
