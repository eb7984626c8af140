package syndication.ingest.polling;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import syndication.ingest.address.AddressPolicy;

/// HTTP to addresses that strangers gave us: it connects only to what was vetted in the very
/// resolution it uses, and does nothing of its own accord (redirects, retries, cookies, inflating).
final class VettedClient {

  private static final int BUFFER_BYTES = 8192;
  private static final int CONNECTIONS_MAX = 100;

  /// Of one origin at once: turns are taken one by one, so this is a second belt.
  private static final int CONNECTIONS_PER_ORIGIN_MAX = 2;

  private static final int HEADERS_MAX = 200;
  private static final int LINE_CHARS_MAX = 16 * 1024;

  private VettedClient() {}

  static CloseableHttpClient create(AddressPolicy addresses, PollingProperties properties) {
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
    return HttpClients.custom()
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
