package syndication.publish.address;

import java.net.URI;
import java.util.Optional;

/// Whether deliveries may go to an endpoint, as its name leads now. Asked when an endpoint is
/// registered; every connection is vetted again.
@FunctionalInterface
public interface EndpointCheck {

  /// @return why not; empty when they may
  Optional<String> refusal(URI endpoint);
}
