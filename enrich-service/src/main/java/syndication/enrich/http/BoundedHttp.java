package syndication.enrich.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Posts to a program that an operator named. Whatever it does costs no more than the deadline and
/// the bytes allowed: an answer that drips is cut off, a long one is not read to its end, a
/// redirect is not followed. Safe for use by several threads.
public final class BoundedHttp implements AutoCloseable {

  /// @param answerWithin from the request's first byte to the answer's last
  /// @param bytesMax of an answer
  /// @param connections at once
  public record Limits(
      Duration connectWithin, Duration answerWithin, int bytesMax, int connections) {}

  /// What came back.
  public sealed interface Reply {
    /// @param retryAfter what the header says, or `null`
    record Answered(int status, String body, @Nullable Duration retryAfter) implements Reply {}

    /// No whole answer.
    record Broken(String reason) implements Reply {}
  }

  private final Limits limits;
  private final CloseableHttpClient client;
  private final InstantSource clock;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("http-deadlines").factory());

  public BoundedHttp(Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    Timeout answer = Timeout.of(limits.answerWithin());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(limits.connections())
            .setMaxConnPerRoute(limits.connections())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(limits.connectWithin()))
                    .setSocketTimeout(answer)
                    .build())
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(answer)
                    .setConnectionRequestTimeout(answer)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableContentCompression()
            .disableAuthCaching()
            .build();
  }

  /// @param headers in addition to the content type
  public Reply post(URI address, ContentType type, byte[] body, Map<String, String> headers) {
    var request = new HttpPost(address);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, type));
    var late = new AtomicBoolean();
    ScheduledFuture<?> alarm =
        deadlines.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            limits.answerWithin().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, response -> reply(request, response));
    } catch (IOException e) {
      return new Reply.Broken(
          late.get() || silent(e)
              ? "no whole answer within " + limits.answerWithin().toMillis() + " ms"
              : e.getClass().getSimpleName() + ": " + e.getMessage());
    } catch (IllegalStateException e) {
      return new Reply.Broken("the connections were closed");
    } finally {
      alarm.cancel(false);
    }
  }

  // One read may be what takes all the time there is, and then it ends as early as the whole.
  private static boolean silent(IOException e) {
    return e instanceof SocketTimeoutException && !(e instanceof ConnectTimeoutException);
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  private Reply reply(HttpPost request, ClassicHttpResponse response) throws IOException {
    Header header = response.getFirstHeader("Retry-After");
    Duration retryAfter =
        header == null ? null : RetryAfter.parse(header.getValue(), clock.instant());
    if (response.getEntity() == null) {
      return new Reply.Answered(response.getCode(), "", retryAfter);
    }
    byte[] bytes = response.getEntity().getContent().readNBytes(limits.bytesMax() + 1);
    if (bytes.length > limits.bytesMax()) {
      // Closing alone would read the answer to its end first.
      request.cancel();
      return new Reply.Broken("an answer of more than " + limits.bytesMax() + " bytes");
    }
    return new Reply.Answered(
        response.getCode(), new String(bytes, StandardCharsets.UTF_8), retryAfter);
  }
}
