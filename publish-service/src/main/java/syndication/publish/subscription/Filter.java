package syndication.publish.subscription;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import syndication.publish.article.PublishedArticle;

/// Which articles a subscription gets: one of each non-empty list has to be true of the article.
///
/// Matching ignores case. What the source does not let us pass on (right NO) goes to nobody who has
/// not asked for it by name.
///
/// @param sources source ids
/// @param tags tag ids or labels
/// @param topics IPTC Media Topic codes or labels
/// @param languages BCP 47; `en` takes `en-GB` too
/// @param rights YES, VERIFY, WITH_PAYMENT, UNKNOWN, NO; empty means all but NO
public record Filter(
    Set<String> sources,
    Set<String> tags,
    Set<String> topics,
    Set<String> languages,
    Set<String> rights) {

  /// More in one list is a mistake, and would cost every article.
  private static final int VALUES_MAX = 1_000;

  private static final String NOT_TO_BE_PASSED_ON = "no";

  public static final Filter EVERYTHING =
      new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public Filter {
    sources = normalised("sources", sources);
    tags = normalised("tags", tags);
    topics = normalised("topics", topics);
    languages = normalised("languages", languages);
    rights = normalised("rights", rights);
  }

  public boolean matches(PublishedArticle article) {
    return matchesRights(article)
        && (sources.isEmpty() || sources.contains(lower(article.origin().sourceId())))
        && (languages.isEmpty() || matchesLanguage(lower(article.language())))
        && (tags.isEmpty()
            || article.tags().stream()
                .anyMatch(it -> tags.contains(lower(it.id())) || tags.contains(lower(it.label()))))
        && (topics.isEmpty()
            || article.topics().stream()
                .anyMatch(
                    it -> topics.contains(lower(it.code())) || topics.contains(lower(it.label()))));
  }

  private boolean matchesRights(PublishedArticle article) {
    String right = lower(article.rights().syndication());
    return rights.isEmpty() ? !right.equals(NOT_TO_BE_PASSED_ON) : rights.contains(right);
  }

  private boolean matchesLanguage(String language) {
    return languages.stream().anyMatch(it -> language.equals(it) || language.startsWith(it + "-"));
  }

  private static Set<String> normalised(String name, Set<String> values) {
    if (values.size() > VALUES_MAX) {
      throw new IllegalArgumentException(
          name + ": " + values.size() + " values (expected: at most " + VALUES_MAX + ")");
    }
    Set<String> result = new TreeSet<>();
    for (String it : values) {
      if (it.isBlank()) {
        throw new IllegalArgumentException(name + ": blank (expected: no blank value)");
      }
      result.add(lower(it.strip()));
    }
    return Set.copyOf(result);
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }
}
