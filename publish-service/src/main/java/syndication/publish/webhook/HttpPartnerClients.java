package syndication.publish.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import syndication.publish.address.AddressGuard;
import syndication.publish.address.EndpointCheck;
import syndication.publish.delivery.PartnerClient;
import syndication.publish.delivery.PartnerClients;
import syndication.publish.subscription.Subscription;

/// Opens endpoints over HTTP, each with a pool of its own, so that two subscriptions at one host do
/// not share connections.
final class HttpPartnerClients implements PartnerClients, AutoCloseable {

  /// The client's default costs 120 KB of heap a connection, this 25 KB; answers are short.
  private static final int BUFFER_BYTES = 2 * 1024;

  /// Of an answer's head. The client's own bounds of today, kept here so that they stay: what
  /// servers send by themselves is far below both.
  private static final int LINE_BYTES_MAX = 8 * 1024;

  private static final int HEADERS_MAX = 100;

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  private static final Duration CHECK_AFTER_IDLE = Duration.ofSeconds(5);

  private final WebhookProperties properties;
  private final AddressGuard guard;
  private final InstantSource clock;

  // Each endpoint bounds its own; a shared bound would let those that hang hold up the others.
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("lookup-", 0).daemon().factory());

  private final Deadlines deadlines = new Deadlines();

  HttpPartnerClients(WebhookProperties properties, AddressGuard guard, InstantSource clock) {
    this.properties = properties;
    this.guard = guard;
    this.clock = clock;
  }

  @Override
  public PartnerClient open(Subscription subscription) {
    // What is read and written has no time limit of its own: the whole exchange has one.
    Timeout deadline = Timeout.of(properties.deadline());
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder()
                    .http1Config(
                        Http1Config.custom()
                            .setBufferSize(BUFFER_BYTES)
                            .setMaxLineLength(LINE_BYTES_MAX)
                            .setMaxHeaderCount(HEADERS_MAX)
                            .build())
                    .build())
            .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
            .setMaxConnPerRoute(properties.connectionsMax())
            .setMaxConnTotal(properties.connectionsMax())
            .setDnsResolver(new VettingResolver(guard, lookups))
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(deadline).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(CONNECT_WITHIN))
                    .setTimeToLive(TimeValue.of(properties.connectionTtl()))
                    .setValidateAfterInactivity(TimeValue.of(CHECK_AFTER_IDLE))
                    .build())
            .build();
    var client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom().setConnectionRequestTimeout(deadline).build())
            .setUserAgent(properties.userAgent())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableContentCompression()
            .disableAuthCaching()
            .build();
    return new HttpPartnerClient(
        client, deadlines, subscription.endpoint(), properties.deadline(), clock);
  }

  EndpointCheck endpointCheck() {
    return new LookedUpEndpoint(guard, lookups);
  }

  @Override
  public void close() {
    deadlines.close();
    lookups.shutdownNow();
  }
}
