package syndication.publish.subscription;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.signing.Scheme;
import syndication.publish.signing.SigningSecret;

/// What a partner wants, where to, and signed how.
///
/// @param endpoint absolute http or https address
/// @param schemes how deliveries are signed, at least one
/// @param secrets current ones first; after a rotation the old ones stay until they expire
/// @param rateLimitPerSecond most deliveries a second, or `null` for no limit
/// @param collapseDuplicates whether only the canonical article of a group of near-duplicates is
///   sent
public record Subscription(
    String id,
    String partnerId,
    URI endpoint,
    Filter filter,
    Ordering ordering,
    List<Scheme> schemes,
    List<SigningSecret> secrets,
    @Nullable Double rateLimitPerSecond,
    boolean collapseDuplicates,
    State state,
    Instant createdAt) {

  public Subscription {
    requireEndpoint(endpoint);
    schemes = List.copyOf(schemes);
    secrets = List.copyOf(secrets);
    if (schemes.isEmpty()) {
      throw new IllegalArgumentException("signatures: [] (expected: v1, v1a or both)");
    }
    if (rateLimitPerSecond != null && !(rateLimitPerSecond > 0)) {
      throw new IllegalArgumentException(
          "rateLimitPerSecond: " + rateLimitPerSecond + " (expected: > 0)");
    }
  }

  /// Whether the article should go to this subscription, whatever the subscription's state.
  public boolean wants(PublishedArticle article) {
    String cluster = article.clusterId();
    boolean duplicate = cluster != null && !cluster.equals(article.articleId());
    return !(collapseDuplicates && duplicate) && filter.matches(article);
  }

  public boolean active() {
    return state instanceof State.Active;
  }

  private static void requireEndpoint(URI endpoint) {
    String scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme();
    boolean web =
        scheme.toLowerCase(Locale.ROOT).equals("http")
            || scheme.toLowerCase(Locale.ROOT).equals("https");
    if (!web || endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          "endpoint: " + endpoint + " (expected: an absolute http or https address)");
    }
    if (endpoint.getUserInfo() != null || endpoint.getFragment() != null) {
      throw new IllegalArgumentException(
          "endpoint: " + endpoint.getHost() + " (expected: no user info and no fragment)");
    }
  }

  /// In which order deliveries leave.
  public enum Ordering {
    /// Revisions of one article in order, one at a time; different articles side by side.
    PER_ARTICLE
  }

  /// Whether deliveries leave at all; what does not leave is kept.
  public sealed interface State {
    record Active() implements State {}

    /// By an operator.
    record Paused(Instant since) implements State {}

    /// By us, because of what the partner answered.
    record Disabled(Instant since, String reason) implements State {}
  }
}
