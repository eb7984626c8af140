package syndication.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// Where a source publishes: a feed whose entries a test adds, edits and removes.
final class Origin implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, String> entries = new LinkedHashMap<>();
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();

  Origin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/feed.xml", this::feed);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String feedUrl() {
    return address() + "/feed.xml";
  }

  synchronized void publish(String id, String title, String html) {
    entries.put(
        id,
        """
        <item><guid isPermaLink="false">%s</guid><title>%s</title><link>%s/%s</link>
        <pubDate>Mon, 23 Nov 2026 09:00:00 +0000</pubDate>
        <description><![CDATA[%s]]></description></item>
        """
            .formatted(id, title, address(), id, html));
  }

  int requestsOfFeed() {
    return requests.getOrDefault("/feed.xml", 0);
  }

  private void feed(HttpExchange exchange) throws IOException {
    requests.merge("/feed.xml", 1, Integer::sum);
    byte[] bytes = document().getBytes(StandardCharsets.UTF_8);
    String etag = "\"" + Integer.toHexString(document().hashCode()) + "\"";
    exchange.getResponseHeaders().add("Content-Type", "application/rss+xml; charset=utf-8");
    exchange.getResponseHeaders().add("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private synchronized String document() {
    return """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0"><channel><title>Harbour Post</title><link>%s</link>
    <description>News of the harbour</description><language>en</language>
    %s</channel></rss>
    """
        .formatted(address(), String.join("", entries.values()));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
