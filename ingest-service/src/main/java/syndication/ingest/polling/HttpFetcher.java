package syndication.ingest.polling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import syndication.ingest.address.AddressPolicy;
import syndication.ingest.address.AddressRefusedException;
import syndication.ingest.politeness.FailureClass;

/// Asks origins with Apache HttpClient. It connects only to addresses that were vetted in the very
/// resolution it uses, ends every exchange at its deadline, and inflates no further than the limit.
final class HttpFetcher implements Fetcher, AutoCloseable {

  private static final int BUFFER_BYTES = 8192;
  private static final int CONNECTIONS_MAX = 100;

  /// Of one origin at once: turns are taken one by one, so this is a second belt.
  private static final int CONNECTIONS_PER_ORIGIN_MAX = 2;

  private static final int HEADERS_MAX = 200;
  private static final int LINE_CHARS_MAX = 16 * 1024;

  private final CloseableHttpClient client;
  private final PollingProperties properties;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

  HttpFetcher(AddressPolicy addresses, PollingProperties properties) {
    this.properties = properties;
    Timeout deadline = Timeout.of(properties.deadline());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setBufferSize(BUFFER_BYTES)
                            .setMaxHeaderCount(HEADERS_MAX)
                            .setMaxLineLength(LINE_CHARS_MAX)
                            .build())
                    .build())
            .setDnsResolver(new VettedResolver(addresses))
            .setMaxConnTotal(CONNECTIONS_MAX)
            .setMaxConnPerRoute(CONNECTIONS_PER_ORIGIN_MAX)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(properties.connectWithin()))
                    .setSocketTimeout(deadline)
                    .setTimeToLive(Timeout.ofMinutes(1))
                    .build())
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(deadline).build())
            .setUserAgent(properties.userAgent())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableContentCompression()
            .disableAuthCaching()
            .build();
  }

  @Override
  public Fetched get(Request request) {
    var get = new HttpGet(request.address());
    get.setHeader(HttpHeaders.ACCEPT, request.accept());
    get.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
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
      headers.putIfAbsent(it.getName().toLowerCase(Locale.ROOT), it.getValue());
    }
    if (response.getEntity() == null) {
      return new Fetched.Response(response.getCode(), headers, new byte[0]);
    }
    String encoding = headers.getOrDefault("content-encoding", "").strip();
    try (InputStream raw = response.getEntity().getContent();
        InputStream in = decoded(raw, encoding)) {
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

  private static InputStream decoded(InputStream raw, String encoding) throws IOException {
    if (encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")) {
      InputStream in = raw.markSupported() ? raw : new java.io.BufferedInputStream(raw);
      in.mark(1);
      int first = in.read();
      in.reset();
      return first < 0 ? new ByteArrayInputStream(new byte[0]) : new GZIPInputStream(in);
    }
    return raw;
  }

  private static void header(HttpGet get, String name, @Nullable String value) {
    if (value != null) {
      get.setHeader(name, value);
    }
  }

  private static Fetched.Failed failed(FailureClass failure, IOException e) {
    return new Fetched.Failed(failure, String.valueOf(e.getMessage()));
  }

  /// Resolves only to vetted addresses; also asked for addresses that are literals.
  private record VettedResolver(AddressPolicy addresses) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return addresses.vetted(host, -1).toArray(InetAddress[]::new);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
      return addresses.vetted(host, port).stream()
          .map(it -> new InetSocketAddress(it, port))
          .toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
