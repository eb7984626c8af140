package syndication.publish.delivery;

import syndication.publish.subscription.Subscription;

/// One version of an article on its way to one subscription.
///
/// @param id the `webhook-id`: the same at every attempt
/// @param attemptsMade how often it was tried
public record Delivery(
    String id,
    String subscriptionId,
    String partnerId,
    EventType type,
    Payload payload,
    int attemptsMade) {

  public static Delivery of(Subscription subscription, EventType type, Payload payload) {
    return new Delivery(
        WebhookId.of(subscription.id(), payload.articleId(), payload.version()),
        subscription.id(),
        subscription.partnerId(),
        type,
        payload,
        0);
  }

  Delivery as(EventType other) {
    return new Delivery(id, subscriptionId, partnerId, other, payload, attemptsMade);
  }
}
