package syndication.ingest.frontdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A WebSub hub that does what a test tells it to: it takes requests, asks back, and pushes.
final class Hub implements AutoCloseable {

  /// What it does with requests.
  enum Manner {
    /// As the standard wants it.
    PROPER,
    /// Takes them, and asks back about another feed.
    ASKS_ABOUT_ANOTHER,
    /// 410.
    GONE,
    /// Sends them on to `/elsewhere`, where it is proper.
    REDIRECTS,
    /// Sends them on to where nobody may be called.
    REDIRECTS_INSIDE,
    /// 403, with a reason.
    REFUSES
  }

  /// @param answered what we answered to its question, or 0 when it did not ask
  record Request(Map<String, String> form, int answered, String echo) {
    String of(String name) {
      return form.getOrDefault(name, "");
    }
  }

  static final String CHALLENGE = "challenge-of-the-hub";

  volatile Manner manner = Manner.PROPER;
  volatile @Nullable String leaseSeconds = "86400";
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  Hub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(workers);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /// What it was asked, and answered when it asked back.
  List<Request> requests(String mode) {
    return requests.stream().filter(it -> it.of("hub.mode").equals(mode)).toList();
  }

  Request subscription() {
    return requests("subscribe").getLast();
  }

  /// Pushes with a right signature.
  int push(Request subscription, String algorithm, String body) {
    String name = "Hmac" + algorithm.toUpperCase(java.util.Locale.ROOT);
    byte[] secret = subscription.of("hub.secret").getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(secret, name));
      byte[] sum = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return deliver(subscription, algorithm + "=" + HexFormat.of().formatHex(sum), body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int deliver(Request subscription, @Nullable String signature, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(subscription.of("hub.callback")))
            .header("Content-Type", "application/rss+xml")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (signature != null) {
      request.header("X-Hub-Signature", signature);
    }
    return send(request.build()).statusCode();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Manner now = manner;
    boolean elsewhere = "/elsewhere".equals(exchange.getRequestURI().getPath());
    if (now == Manner.REDIRECTS && !elsewhere) {
      exchange.getResponseHeaders().set("Location", "/elsewhere");
    } else if (now == Manner.REDIRECTS_INSIDE) {
      exchange.getResponseHeaders().set("Location", "http://169.254.169.254/hub");
    }
    int status =
        switch (now) {
          case PROPER, ASKS_ABOUT_ANOTHER -> 202;
          case REDIRECTS -> elsewhere ? 202 : 307;
          case REDIRECTS_INSIDE -> 307;
          case GONE -> 410;
          case REFUSES -> 403;
        };
    byte[] words = (status == 403 ? "<p>members only</p>" : "").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, words.length == 0 ? -1 : words.length);
    if (words.length > 0) {
      exchange.getResponseBody().write(words);
    }
    exchange.close();
    if (status == 202) {
      workers.execute(() -> askBack(form, now == Manner.ASKS_ABOUT_ANOTHER));
    } else {
      requests.add(new Request(form, 0, ""));
    }
  }

  private void askBack(Map<String, String> form, boolean another) {
    String topic = form.getOrDefault("hub.topic", "") + (another ? "/another" : "");
    String lease = leaseSeconds;
    String query =
        "?hub.mode=%s&hub.topic=%s&hub.challenge=%s%s"
            .formatted(
                form.get("hub.mode"),
                URLEncoder.encode(topic, StandardCharsets.UTF_8),
                CHALLENGE,
                lease == null ? "" : "&hub.lease_seconds=" + lease);
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(URI.create(form.get("hub.callback") + query)).build());
    requests.add(new Request(form, answer.statusCode(), answer.body()));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : text.split("&", -1)) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, sign), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
    client.close();
  }
}
