package syndication.ingest.frontdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// An origin that answers what a test tells it to, and remembers what it was asked.
final class Origin implements AutoCloseable {

  /// @param headers by name
  record Reply(int status, Map<String, String> headers, byte[] body) {
    static Reply feed(String xml) {
      return new Reply(
          200,
          Map.of(
              "Content-Type",
              "application/rss+xml; charset=utf-8",
              "ETag",
              "\"" + Integer.toHexString(xml.hashCode()) + "\""),
          xml.getBytes(StandardCharsets.UTF_8));
    }

    static Reply html(String html) {
      return new Reply(
          200,
          Map.of("Content-Type", "text/html; charset=utf-8"),
          html.getBytes(StandardCharsets.UTF_8));
    }

    static Reply of(int status, String... headers) {
      Map<String, String> all = new ConcurrentHashMap<>();
      for (int i = 0; i < headers.length; i += 2) {
        all.put(headers[i], headers[i + 1]);
      }
      return new Reply(status, all, new byte[0]);
    }
  }

  /// @param etag of `If-None-Match`, or empty
  record Asked(String path, String etag, String userAgent, String encodings) {}

  private final HttpServer server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  Origin() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void answers(String path, Reply reply) {
    replies.put(path, reply);
  }

  List<Asked> asked(String path) {
    return asked.stream().filter(it -> it.path().equals(path)).toList();
  }

  /// A feed with these items.
  static String rss(String... items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour news</title>"
        + "<link>https://harbour.example/</link>"
        + String.join("", items)
        + "</channel></rss>";
  }

  static String item(String guid, String title, String more) {
    return "<item><guid isPermaLink=\"false\">%s</guid><title>%s</title><link>https://harbour.example/%s</link>%s</item>"
        .formatted(guid, title, guid, more);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = Objects.requireNonNull(exchange.getRequestURI().getPath());
    String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
    asked.add(
        new Asked(
            path,
            etag == null ? "" : etag,
            String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"))));
    Reply reply = replies.getOrDefault(path, Reply.of(404));
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    if (etag != null && etag.equals(reply.headers().get("ETag"))) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      byte[] body = reply.body();
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
