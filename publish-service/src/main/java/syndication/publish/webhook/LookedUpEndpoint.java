package syndication.publish.webhook;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import syndication.publish.address.AddressGuard;
import syndication.publish.address.EndpointCheck;

/// Looks an endpoint up as the client would.
final class LookedUpEndpoint implements EndpointCheck {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final VettingResolver resolver;

  LookedUpEndpoint(AddressGuard guard, Executor lookups) {
    this.resolver = new VettingResolver(guard, lookups);
  }

  @Override
  public Optional<String> refusal(URI endpoint) {
    String scheme = endpoint.getScheme();
    String host = endpoint.getHost();
    if (scheme == null || host == null) {
      return Optional.of("no scheme or no host");
    }
    boolean https = scheme.toLowerCase(Locale.ROOT).equals("https");
    int port = endpoint.getPort() >= 0 ? endpoint.getPort() : https ? HTTPS_PORT : HTTP_PORT;
    try {
      var _ = resolver.resolve(bare(host), port);
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
