package syndication.publish.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import syndication.publish.delivery.RetryPolicy.NextStep;
import syndication.publish.signing.WebhookSigner;
import syndication.publish.subscription.Subscription;

/// Makes single attempts at one subscription: decides once more whether to send, signs, sends, and
/// says what follows.
final class Exchange implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(Exchange.class);

  /// One line per partner in this time, however much fails.
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Subscription subscription;
  private final PartnerClient client;
  private final LaneParts parts;
  private final WebhookSigner signer;
  private final AtomicReference<Said> said = new AtomicReference<>(new Said(Instant.MIN, 0));

  Exchange(Subscription subscription, PartnerClient client, LaneParts parts) {
    this.subscription = subscription;
    this.client = client;
    this.parts = parts;
    this.signer =
        new WebhookSigner(
            subscription.secrets().stream()
                .filter(it -> subscription.schemes().contains(it.scheme()))
                .toList());
  }

  /// @param ended told what has to be recorded, exactly once
  void run(Sending sending, BiConsumer<Sending, LedgerEntry> ended) {
    Delivery delivery = sending.delivery;
    Instant now = parts.clock().instant();
    LedgerEntry withheld = withheld(delivery, now);
    if (withheld != null) {
      ended.accept(sending, withheld);
      return;
    }
    Attempt attempt = attempt(delivery, now);
    parts.observer().attempted(delivery, attempt);
    NextStep next =
        parts
            .retries()
            .after(attempt.outcome(), attempt.number(), parts.clock().instant(), parts.random());
    say(delivery, attempt, next);
    ended.accept(
        sending,
        next instanceof NextStep.Done
            ? new LedgerEntry.Receipted(delivery, attempt)
            : new LedgerEntry.Failed(delivery, attempt, next));
    if (next instanceof NextStep.Disable(String reason)) {
      parts.disable().accept(subscription.id(), reason);
    }
  }

  /// One attempt that nothing follows.
  Attempt attempt(Delivery delivery, Instant now) {
    byte[] body = delivery.payload().body(delivery.type());
    int number = delivery.attemptsMade() + 1;
    long begin = System.nanoTime();
    Outcome outcome =
        client.post(
            new PartnerClient.Message(
                delivery.id(),
                number,
                now,
                signer.sign(delivery.id(), now, body),
                delivery.payload().traceId(),
                body));
    return new Attempt(number, now, Duration.ofNanos(System.nanoTime() - begin), outcome);
  }

  @Override
  public void close() {
    client.close();
  }

  private @Nullable LedgerEntry withheld(Delivery delivery, Instant now) {
    Payload payload = delivery.payload();
    if (delivery.type() == EventType.WITHDRAWN) {
      return null;
    }
    if (parts.withdrawn().test(payload.articleId(), payload.version().revision())) {
      return new LedgerEntry.Dropped(delivery, "withdrawn");
    }
    if (payload.expiredAt(now)) {
      return new LedgerEntry.Dropped(delivery, "expired");
    }
    Instant embargo = payload.embargoedUntil();
    return payload.embargoedAt(now) && embargo != null
        ? new LedgerEntry.Parked(delivery, embargo)
        : null;
  }

  private void say(Delivery delivery, Attempt attempt, NextStep next) {
    logger
        .atDebug()
        .addKeyValue("partnerId", delivery.partnerId())
        .addKeyValue("subscriptionId", delivery.subscriptionId())
        .addKeyValue("deliveryId", delivery.id())
        .addKeyValue("articleId", delivery.payload().articleId())
        .addKeyValue("revision", delivery.payload().version().revision())
        .addKeyValue("type", delivery.type().wireName())
        .addKeyValue("attempt", attempt.number())
        .addKeyValue("outcome", attempt.outcome())
        .addKeyValue("millis", attempt.took().toMillis())
        .addKeyValue("next", next)
        .log("attempt");
    if (!(next instanceof NextStep.Done)) {
      sayFailure(delivery, attempt);
    }
  }

  private void sayFailure(Delivery delivery, Attempt attempt) {
    Instant now = attempt.at();
    Said before = said.get();
    boolean quiet = now.isBefore(before.at().equals(Instant.MIN) ? now : before.at().plus(QUIET));
    if (quiet) {
      said.updateAndGet(it -> new Said(it.at(), it.unsaid() + 1));
    } else if (said.compareAndSet(before, new Said(now, 0))) {
      logger
          .atWarn()
          .addKeyValue("partnerId", delivery.partnerId())
          .addKeyValue("subscriptionId", delivery.subscriptionId())
          .addKeyValue("deliveryId", delivery.id())
          .addKeyValue("outcome", attempt.outcome())
          .addKeyValue("failuresNotLogged", before.unsaid())
          .log("delivery failed");
    }
  }

  private record Said(Instant at, int unsaid) {}
}
