package syndication.publish.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.publish.signing.Scheme;
import syndication.publish.signing.SigningSecret;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;

/// A subscription in an answer; its secrets only when they are new.
///
/// @param state `active`, `paused` or `disabled`
/// @param secret of `v1`, or `null` when it is not new
/// @param publicKey of `v1a`, or `null` when it is not signed so
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
    String id,
    String partnerId,
    String endpoint,
    Filter filter,
    String ordering,
    List<String> signatures,
    @Nullable Double rateLimitPerSecond,
    boolean collapseDuplicates,
    String state,
    @Nullable Instant stateSince,
    @Nullable String stateReason,
    Instant createdAt,
    @Nullable String secret,
    @Nullable String publicKey,
    @Nullable Instant formerSecretsUntil) {

  static SubscriptionView of(Subscription it) {
    return of(it, null, null);
  }

  static SubscriptionView of(
      Subscription it, @Nullable String secret, @Nullable Instant formerSecretsUntil) {
    return new SubscriptionView(
        it.id(),
        it.partnerId(),
        it.endpoint().toString(),
        it.filter(),
        "per-article",
        it.schemes().stream().map(Scheme::identifier).toList(),
        it.rateLimitPerSecond(),
        it.collapseDuplicates(),
        state(it.state()),
        since(it.state()),
        it.state() instanceof Subscription.State.Disabled(_, String reason) ? reason : null,
        it.createdAt(),
        secret,
        publicKey(it),
        formerSecretsUntil);
  }

  static String state(Subscription.State state) {
    return switch (state) {
      case Subscription.State.Active _ -> "active";
      case Subscription.State.Paused _ -> "paused";
      case Subscription.State.Disabled _ -> "disabled";
    };
  }

  private static @Nullable Instant since(Subscription.State state) {
    return switch (state) {
      case Subscription.State.Active _ -> null;
      case Subscription.State.Paused(Instant since) -> since;
      case Subscription.State.Disabled(Instant since, _) -> since;
    };
  }

  private static @Nullable String publicKey(Subscription it) {
    return it.secrets().stream()
        .filter(secret -> secret.scheme() == Scheme.V1A && secret.expiresAt() == null)
        .map(SigningSecret::verificationKey)
        .findFirst()
        .orElse(null);
  }
}
