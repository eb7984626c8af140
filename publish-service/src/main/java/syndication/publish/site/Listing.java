package syndication.publish.site;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;

/// Where and when an article shows up: the lists it is on, its place in them, and from when to
/// when.
///
/// @param lists without duplicates; empty when it is withdrawn
/// @param listedAt what lists are ordered by, newest first, UTC
/// @param story articles with the same story are shown together
/// @param visibleFrom end of the embargo, or `null` without one
/// @param visibleUntil when it expires, or `null` when it never does
public record Listing(
    List<Listed> lists,
    Instant listedAt,
    String story,
    @Nullable Instant visibleFrom,
    @Nullable Instant visibleUntil) {

  /// What one article may take part in: bounds the work that one hostile article makes.
  private static final int TAGS_MAX = 30;

  private static final int TOPICS_MAX = 10;
  private static final int LABEL_LENGTH_MAX = 120;
  private static final String LANGUAGE_UNKNOWN = "und";

  public Listing {
    lists = List.copyOf(lists);
  }

  public static Listing of(PublishedArticle article) {
    Instant created = article.dates().firstCreated();
    Instant embargo = article.dates().embargoedUntil();
    Instant listedAt = embargo != null && embargo.isAfter(created) ? embargo : created;
    String cluster = article.clusterId();
    return new Listing(
        article.usable() ? lists(article) : List.of(),
        listedAt,
        cluster == null ? article.articleId() : cluster,
        embargo,
        article.dates().expires());
  }

  private static List<Listed> lists(PublishedArticle article) {
    Map<ListRef, Listed> lists = new LinkedHashMap<>();
    add(lists, ListRef.FRONT, "Front page");
    add(
        lists,
        new ListRef(ListKind.SOURCE, Token.of(article.origin().sourceId())),
        sourceLabel(article));
    if (!article.language().equals(LANGUAGE_UNKNOWN)) {
      String primary = Locale.forLanguageTag(article.language()).getLanguage();
      if (!primary.isEmpty()) {
        add(lists, new ListRef(ListKind.LANGUAGE, Token.of(primary)), languageLabel(primary));
      }
    }
    article.tags().stream()
        .limit(TAGS_MAX)
        .forEach(it -> add(lists, new ListRef(ListKind.TAG, Token.of(it.id())), it.label()));
    article.topics().stream()
        .limit(TOPICS_MAX)
        .forEach(it -> add(lists, new ListRef(ListKind.TOPIC, Token.of(it.code())), it.label()));
    return List.copyOf(lists.values());
  }

  /// The name of a language in English, which is the language of the site's own words.
  public static String languageLabel(String language) {
    return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
  }

  /// What readers call the source of an article.
  public static String sourceLabel(PublishedArticle article) {
    String name = article.origin().sourceName();
    return name.isBlank() ? article.origin().sourceId() : name;
  }

  private static void add(Map<ListRef, Listed> lists, ListRef list, String label) {
    String shown = label.isBlank() ? list.token() : label.strip();
    lists.putIfAbsent(
        list,
        new Listed(
            list,
            shown.length() <= LABEL_LENGTH_MAX ? shown : shown.substring(0, LABEL_LENGTH_MAX)));
  }
}
