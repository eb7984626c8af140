package syndication.publish.delivery;

import syndication.publish.subscription.Subscription;

/// Opens endpoints, each with connections of its own.
public interface PartnerClients {

  PartnerClient open(Subscription subscription);
}
