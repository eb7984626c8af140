package syndication.publish.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
  private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*");
  private static final Pattern RIGHT =
      Pattern.compile("yes|no|verify|with_payment|unknown", Pattern.CASE_INSENSITIVE);

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
    if (filter == null) {
      return before;
    }
    Set<String> languages = orNone(filter.languages());
    Set<String> rights = orNone(filter.rights());
    requireEach("filter.languages", languages, LANGUAGE, "BCP 47, such as en or pt-BR");
    requireEach("filter.rights", rights, RIGHT, "YES, VERIFY, WITH_PAYMENT, UNKNOWN or NO");
    return new Filter(
        orNone(filter.sources()),
        orNone(filter.tags()),
        orNone(filter.topics()),
        languages,
        rights);
  }

  // What no article can have would match nothing, for ever and without a word.
  private static void requireEach(String name, Set<String> values, Pattern form, String expected) {
    for (String value : values) {
      if (!form.matcher(value.strip()).matches()) {
        throw new IllegalArgumentException(
            "%s: %s (expected: %s)".formatted(name, value, expected));
      }
    }
  }

  List<Scheme> schemesOr(List<Scheme> before) {
    return signatures == null ? before : signatures.stream().distinct().map(Scheme::of).toList();
  }

  private static Set<String> orNone(@Nullable Set<String> values) {
    return values == null ? Set.of() : values;
  }
}
