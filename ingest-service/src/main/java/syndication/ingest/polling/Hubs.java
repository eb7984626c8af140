package syndication.ingest.polling;

import java.net.URI;
import syndication.ingest.websub.HubAnswer;
import syndication.ingest.websub.Subscription;

/// Asks hubs.
@FunctionalInterface
interface Hubs {

  /// What is asked of a hub.
  enum Mode {
    SUBSCRIBE,
    UNSUBSCRIBE
  }

  HubAnswer ask(Mode mode, Subscription subscription, URI callback);
}
