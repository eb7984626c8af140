package syndication.publish.sitehttp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import syndication.publish.site.ListKind;
import syndication.publish.site.Listed;
import syndication.publish.site.page.Frame.Navigation;
import syndication.publish.site.page.Pages;
import syndication.publish.sitestore.SiteReader;

/// The links on every page, asked for again when they are old. Safe for use by several threads.
public final class NavigationCache {

  /// How far a new topic may be behind in the navigation.
  private static final Duration AGE_MAX = Duration.ofSeconds(20);

  private static final int DEPTH = 300;
  private static final int TOPICS_MAX = 7;

  /// The broad ones are not the most frequent.
  private static final int TOPICS_READ = 60;

  /// IPTC numbers the 17 topics at the top of its tree so.
  private static final Pattern BROAD_TOPIC = Pattern.compile("\\d{2}000000");

  private static final int TAGS_MAX = 12;
  private static final int SOURCES_MAX = 12;
  private static final int LANGUAGES_MAX = 12;

  private final SiteReader reader;
  private final Pages pages;
  private final InstantSource clock;
  private volatile Kept kept = new Kept(Navigation.EMPTY, Instant.MIN);

  public NavigationCache(SiteReader reader, Pages pages, InstantSource clock) {
    this.reader = reader;
    this.pages = pages;
    this.clock = clock;
  }

  Navigation now() {
    Instant now = clock.instant();
    Kept last = kept;
    if (now.isBefore(last.until())) {
      return last.navigation();
    }
    Navigation navigation =
        new Navigation(
            pages.links(topics()),
            pages.links(reader.popular(ListKind.TAG, DEPTH, TAGS_MAX)),
            pages.links(reader.popular(ListKind.SOURCE, DEPTH, SOURCES_MAX)),
            pages.links(reader.popular(ListKind.LANGUAGE, DEPTH, LANGUAGES_MAX)));
    kept = new Kept(navigation, now.plus(AGE_MAX));
    return navigation;
  }

  // Beside "environment", "environmental pollution" only says it again.
  private List<Listed> topics() {
    List<Listed> all = reader.popular(ListKind.TOPIC, DEPTH, TOPICS_READ);
    List<Listed> broad =
        all.stream().filter(it -> BROAD_TOPIC.matcher(it.list().token()).matches()).toList();
    return (broad.isEmpty() ? all : broad).stream().limit(TOPICS_MAX).toList();
  }

  private record Kept(Navigation navigation, Instant until) {}
}
