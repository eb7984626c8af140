package syndication.ingest.polling;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import syndication.ingest.address.AddressPolicy;
import syndication.ingest.address.AddressRefusedException;
import syndication.ingest.politeness.FailureClass;

/// Asks origins over HTTP. It ends every exchange at its deadline, and inflates no further than the
/// limit.
final class HttpFetcher implements Fetcher, AutoCloseable {

  private final CloseableHttpClient client;
  private final PollingProperties properties;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

  HttpFetcher(AddressPolicy addresses, PollingProperties properties) {
    this.properties = properties;
    this.client = VettedClient.create(addresses, properties);
  }

  @Override
  public Fetched get(Request request) {
    var get = new HttpGet(request.address());
    get.setHeader(HttpHeaders.ACCEPT, request.accept());
    get.setHeader(HttpHeaders.ACCEPT_ENCODING, Inflated.ACCEPTED);
    header(get, HttpHeaders.IF_NONE_MATCH, request.validators().etag());
    header(get, HttpHeaders.IF_MODIFIED_SINCE, request.validators().lastModified());
    ScheduledFuture<?> deadline =
        deadlines.schedule(get::cancel, properties.deadline().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(get, response -> taken(response, request.bytesMax()));
    } catch (AddressRefusedException e) {
      return failed(FailureClass.ADDRESS_REFUSED, e);
    } catch (UnknownHostException e) {
      return new Fetched.Failed(
          FailureClass.UNREACHABLE, "no such host: " + request.address().getHost());
    } catch (Inflated.BrokenEncodingException e) {
      return failed(FailureClass.UNREADABLE, e);
    } catch (SSLException e) {
      return failed(FailureClass.TLS, e);
    } catch (SocketTimeoutException e) {
      return failed(FailureClass.TIMEOUT, e);
    } catch (InterruptedIOException e) {
      return get.isCancelled()
          ? new Fetched.Failed(
              FailureClass.TIMEOUT, "no whole answer within " + properties.deadline())
          : failed(FailureClass.UNREACHABLE, e);
    } catch (IOException e) {
      return get.isCancelled()
          ? new Fetched.Failed(
              FailureClass.TIMEOUT, "no whole answer within " + properties.deadline())
          : failed(FailureClass.UNREACHABLE, e);
    } finally {
      deadline.cancel(false);
    }
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  private static Fetched taken(ClassicHttpResponse response, int bytesMax) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header it : response.getHeaders()) {
      String name = it.getName().toLowerCase(Locale.ROOT);
      if (name.equals("link")) {
        headers.merge(name, it.getValue(), (one, other) -> one + ", " + other);
      } else {
        headers.putIfAbsent(name, it.getValue());
      }
    }
    if (response.getEntity() == null) {
      return new Fetched.Response(response.getCode(), headers, new byte[0]);
    }
    String encoding = headers.getOrDefault("content-encoding", "").strip();
    try (InputStream raw = response.getEntity().getContent();
        InputStream in = Inflated.of(raw, encoding)) {
      byte[] body = in.readNBytes(bytesMax + 1);
      if (body.length > bytesMax) {
        // The rest is not worth having: the connection goes with it.
        response.close();
        return new Fetched.Failed(
            FailureClass.TOO_LARGE, "more than %d bytes when inflated".formatted(bytesMax));
      }
      return new Fetched.Response(response.getCode(), headers, body);
    }
  }

  private static void header(HttpGet get, String name, @Nullable String value) {
    if (value != null) {
      get.setHeader(name, value);
    }
  }

  private static Fetched.Failed failed(FailureClass failure, IOException e) {
    return new Fetched.Failed(failure, String.valueOf(e.getMessage()));
  }
}
