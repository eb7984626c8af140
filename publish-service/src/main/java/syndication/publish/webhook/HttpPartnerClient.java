package syndication.publish.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import syndication.publish.address.AddressGuard.RefusedAddressException;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.PartnerClient;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.EventIds;
import syndication.schema.wire.TraceContext;

/// One endpoint, over connections of its own. Nothing the partner does costs more than the deadline
/// and a few kilobytes: a slow answer is cut off, a long one is not read, a redirect is a failure.
final class HttpPartnerClient implements PartnerClient {

  /// Of an answer, for the operator; the rest is not read.
  private static final int ANSWER_BYTES_MAX = 4 * 1024;

  /// Of that, what is kept.
  private static final int ANSWER_CHARS_KEPT = 1_024;

  private static final int CLIENT_ERROR = 400;

  private final CloseableHttpClient client;
  private final Deadlines deadlines;
  private final URI endpoint;
  private final Duration deadline;
  private final InstantSource clock;

  HttpPartnerClient(
      CloseableHttpClient client,
      Deadlines deadlines,
      URI endpoint,
      Duration deadline,
      InstantSource clock) {
    this.client = client;
    this.deadlines = deadlines;
    this.endpoint = endpoint;
    this.deadline = deadline;
    this.clock = clock;
  }

  @Override
  public Outcome post(Message message) {
    var request = new HttpPost(endpoint);
    request.setHeader("webhook-id", message.id());
    request.setHeader("webhook-timestamp", message.timestamp().getEpochSecond());
    request.setHeader("webhook-signature", message.signature());
    request.setHeader(
        EventHeaders.TRACEPARENT,
        TraceContext.of(message.traceId(), EventIds.attempted(message.id(), message.attempt()))
            .traceparent());
    request.setEntity(new ByteArrayEntity(message.body(), ContentType.APPLICATION_JSON));
    try (Deadlines.Watch watch = deadlines.watch(deadline, request::cancel)) {
      try {
        return exchange(request);
      } catch (IOException e) {
        return watch.late() ? tooLate() : failed(e);
      } catch (IllegalStateException e) {
        // The pool was shut down: the subscription has changed.
        return failed("the connections were closed", false);
      }
    }
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private Outcome exchange(HttpPost request) throws IOException {
    ClassicHttpResponse response = client.executeOpen(null, request, null);
    byte[] start;
    try {
      start = start(response);
    } catch (IOException e) {
      abort(request, response);
      throw e;
    }
    if (start.length <= ANSWER_BYTES_MAX) {
      response.close();
    } else {
      abort(request, response);
    }
    return outcome(response, start);
  }

  // Closing alone would read the answer to its end first.
  private static void abort(HttpPost request, ClassicHttpResponse response) {
    request.cancel();
    try {
      response.close();
    } catch (IOException e) {
      // The connection was cut on purpose.
      return;
    }
  }

  private Outcome outcome(ClassicHttpResponse response, byte[] start) {
    int status = response.getCode();
    if (status >= HttpStatus.SC_SUCCESS && status < HttpStatus.SC_REDIRECTION) {
      return new Outcome.Delivered(status);
    }
    String answer = kept(start);
    if (status == HttpStatus.SC_GONE) {
      return new Outcome.Gone(answer);
    }
    String reason =
        status < CLIENT_ERROR && status >= HttpStatus.SC_REDIRECTION
            ? "answered " + status + ", and redirects are not followed"
            : "answered " + status;
    return new Outcome.Failed(status, reason, answer, retryAfter(response), overload(status));
  }

  private static boolean overload(int status) {
    return status == HttpStatus.SC_TOO_MANY_REQUESTS
        || status == HttpStatus.SC_BAD_GATEWAY
        || status == HttpStatus.SC_SERVICE_UNAVAILABLE
        || status == HttpStatus.SC_GATEWAY_TIMEOUT;
  }

  private @Nullable Duration retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    return header == null ? null : RetryAfter.parse(header.getValue(), clock.instant());
  }

  // One byte more than is let in shows that there is more.
  private static byte[] start(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    return entity == null ? new byte[0] : entity.getContent().readNBytes(ANSWER_BYTES_MAX + 1);
  }

  private static @Nullable String kept(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), ANSWER_CHARS_KEPT));
  }

  private Outcome tooLate() {
    return failed("no complete answer within " + deadline.toMillis() + " ms", true);
  }

  private static Outcome failed(IOException e) {
    return switch (e) {
      case RefusedAddressException it -> new Outcome.Refused("address refused: " + it.getMessage());
      case UnknownHostException it -> failed("not found: " + it.getMessage(), false);
      case SSLException it -> failed("TLS: " + it.getMessage(), false);
      case SocketTimeoutException it -> failed("timed out: " + it.getMessage(), true);
      case ConnectException it -> failed("no connection: " + it.getMessage(), false);
      default -> failed("broken off: " + e.getMessage(), false);
    };
  }

  private static Outcome failed(String reason, boolean overload) {
    return new Outcome.Failed(null, reason, null, null, overload);
  }
}
