package syndication.enrich.modelhttp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that speaks OpenAI's chat protocol, and misbehaves as told.
public final class FakeModelServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long DRIP_MILLIS = 20;

  /// How it answers a question.
  @FunctionalInterface
  public interface Manner {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Manner manner = says("nothing");

  public FakeModelServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  public void will(Manner next) {
    manner = next;
  }

  public List<JsonNode> asked() {
    return List.copyOf(asked);
  }

  List<String> keys() {
    return List.copyOf(keys);
  }

  public static Manner says(String text) {
    return says(text, "stop");
  }

  static Manner says(String text, String finish) {
    var answer = JSON.createObjectNode().put("object", "chat.completion");
    var choice = answer.putArray("choices").addObject().put("finish_reason", finish);
    choice.putObject("message").put("role", "assistant").put("content", text);
    answer.putObject("usage").put("total_tokens", 321);
    return body(200, answer.toString());
  }

  static Manner body(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  static Manner quiet(int seconds) {
    return exchange -> {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
      exchange.sendResponseHeaders(429, -1);
    };
  }

  /// Never answers.
  Manner hang() {
    return _ -> awaitEnd(Long.MAX_VALUE);
  }

  /// A byte now and then, without end.
  Manner drip() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      while (!awaitEnd(DRIP_MILLIS)) {
        out.write(' ');
        out.flush();
      }
    };
  }

  /// Megabytes, without end.
  Manner flood() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] block = new byte[64 * 1024];
      while (!awaitEnd(0)) {
        exchange.getResponseBody().write(block);
      }
    };
  }

  private boolean awaitEnd(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      manner.answer(exchange);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
