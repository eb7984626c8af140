package syndication.publish.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.publish.signing.Scheme;
import syndication.publish.subscription.Filter;

/// What a caller says of a subscription; what is `null` is not said.
record SubscriptionRequest(
    @Nullable String endpoint,
    @Nullable FilterRequest filter,
    @Nullable String ordering,
    @Nullable List<String> signatures,
    @Nullable Double rateLimitPerSecond,
    @Nullable Boolean collapseDuplicates) {

  private static final String PER_ARTICLE = "per-article";

  record FilterRequest(
      @Nullable Set<String> sources,
      @Nullable Set<String> tags,
      @Nullable Set<String> topics,
      @Nullable Set<String> languages,
      @Nullable Set<String> rights) {}

  SubscriptionRequest {
    if (ordering != null && !ordering.equals(PER_ARTICLE)) {
      throw new IllegalArgumentException(
          "ordering: " + ordering + " (expected: " + PER_ARTICLE + ")");
    }
  }

  URI endpointOr(@Nullable URI before) {
    if (endpoint == null && before != null) {
      return before;
    }
    try {
      return new URI(endpoint == null ? "" : endpoint.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "endpoint: " + endpoint + " (expected: an absolute http or https address)", e);
    }
  }

  Filter filterOr(Filter before) {
    return filter == null
        ? before
        : new Filter(
            orNone(filter.sources()),
            orNone(filter.tags()),
            orNone(filter.topics()),
            orNone(filter.languages()),
            orNone(filter.rights()));
  }

  List<Scheme> schemesOr(List<Scheme> before) {
    return signatures == null ? before : signatures.stream().distinct().map(Scheme::of).toList();
  }

  private static Set<String> orNone(@Nullable Set<String> values) {
    return values == null ? Set.of() : values;
  }
}
