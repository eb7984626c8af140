package syndication.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A small newspaper on this machine: a feed, and a page for each article.
final class DemoOrigin implements AutoCloseable {

  private static final int BACKLOG = 16;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;

  private record Item(String headline, String html, Instant published) {}

  private final HttpServer server;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, String> pages = new LinkedHashMap<>();
  private final AtomicInteger feedReads = new AtomicInteger();

  DemoOrigin() {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's origin cannot listen", e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String feedUrl() {
    return address() + "/feed.xml";
  }

  /// How often somebody asked for the feed.
  int feedReads() {
    return feedReads.get();
  }

  /// Puts an article into the feed, or changes the one that is there.
  synchronized void publish(String slug, String headline, String html, Instant published) {
    items.put(slug, new Item(headline, html, published));
    pages.put(
        "/" + slug,
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title></head><body><article><h1>%s</h1>%s</article></body></html>"
            .formatted(escaped(headline), escaped(headline), html));
  }

  /// Puts a page there that is in no feed.
  synchronized void publishPage(String slug, String page) {
    pages.put("/" + slug, page);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = String.valueOf(exchange.getRequestURI().getPath());
    if (path.equals("/feed.xml")) {
      feedReads.incrementAndGet();
      send(exchange, OK, "application/rss+xml; charset=utf-8", feed());
    } else {
      String page = page(path);
      send(
          exchange,
          page.isEmpty() ? NOT_FOUND : OK,
          "text/html; charset=utf-8",
          page.isEmpty() ? "<p>Not here.</p>" : page);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.getResponseHeaders().add("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(NOT_MODIFIED, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private synchronized String page(String path) {
    return pages.getOrDefault(path, "");
  }

  private synchronized String feed() {
    var entries = new StringBuilder();
    items.forEach((slug, item) ->
        entries.append(
            """
            <item><title>%s</title><link>%s/%s</link>
            <guid isPermaLink="false">harbour-gazette:%s</guid>
            <dc:creator>Harbour Gazette staff</dc:creator><pubDate>%s</pubDate>
            <content:encoded><![CDATA[%s]]></content:encoded></item>
            """
                .formatted(
                    escaped(item.headline()),
                    address(),
                    slug,
                    slug,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        item.published().atOffset(ZoneOffset.UTC)),
                    item.html())));
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Gazette</title>
    <link>%s</link><description>News from the harbour</description><language>en</language>
    %s</channel></rss>
    """
        .formatted(address(), entries);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
