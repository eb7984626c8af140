package syndication.publish.sitehttp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import syndication.publish.article.PublishedArticle;
import syndication.publish.site.ListKind;
import syndication.publish.site.ListRef;
import syndication.publish.site.Listed;
import syndication.publish.site.feed.AtomFeed;
import syndication.publish.site.feed.Channel;
import syndication.publish.site.feed.JsonFeed;
import syndication.publish.site.feed.RssFeed;
import syndication.publish.site.feed.Sitemap;
import syndication.publish.site.page.Site;
import syndication.publish.sitestore.SiteReader;
import syndication.publish.sitestore.SitemapFiles;

/// The lists of the site for feed readers and search engines.
@RestController
public final class FeedController {

  private static final int ARTICLES_PER_FEED = 50;

  /// What a news sitemap may hold: two days and 1,000 articles.
  private static final Duration NEWS_AGE_MAX = Duration.ofDays(2);

  private static final int NEWS_ARTICLES_MAX = 1_000;

  private final SiteReader reader;
  private final SitemapFiles sitemaps;
  private final Site site;
  private final InstantSource clock;

  public FeedController(SiteReader reader, SitemapFiles sitemaps, Site site, InstantSource clock) {
    this.reader = reader;
    this.sitemaps = sitemaps;
    this.site = site;
    this.clock = clock;
  }

  @GetMapping("/feed.{format:rss|atom|json}")
  ResponseEntity<byte[]> front(@PathVariable String format, ServletWebRequest request) {
    return feed(new Listed(ListRef.FRONT, site.name()), format, request);
  }

  @GetMapping("/{folder:tags|topics|sources|languages}/{token}/feed.{format:rss|atom|json}")
  ResponseEntity<byte[]> list(
      @PathVariable String folder,
      @PathVariable String token,
      @PathVariable String format,
      ServletWebRequest request) {
    ListRef list = new ListRef(kind(folder), token.replace('\0', ' '));
    Optional<Listed> listed = reader.listed(list);
    return listed.isEmpty()
        ? ResponseEntity.status(HttpStatus.NOT_FOUND).build()
        : feed(listed.get(), format, request);
  }

  @GetMapping("/sitemap.xml")
  ResponseEntity<byte[]> sitemaps(ServletWebRequest request) {
    Instant changed = reader.lastChange();
    List<Sitemap.Page> files = new ArrayList<>();
    for (SitemapFiles.File it : sitemaps.files()) {
      String address = site.absolute().base() + "/sitemaps/" + it.number() + ".xml";
      files.add(new Sitemap.Page(address, it.changedAt()));
    }
    return Answer.of(request, Answer.XML, Sitemap.index(files), changed, clock);
  }

  @GetMapping("/sitemaps/{number:\\d{1,9}}.xml")
  ResponseEntity<byte[]> sitemap(@PathVariable long number, ServletWebRequest request) {
    Instant changed = reader.lastChange();
    List<Sitemap.Page> pages = new ArrayList<>();
    sitemaps.each(
        number,
        (card, revised) -> pages.add(new Sitemap.Page(site.absolute().article(card), revised)));
    return pages.isEmpty()
        ? ResponseEntity.status(HttpStatus.NOT_FOUND).build()
        : Answer.of(request, Answer.XML, Sitemap.file(pages), changed, clock);
  }

  @GetMapping("/news-sitemap.xml")
  ResponseEntity<byte[]> news(ServletWebRequest request) {
    Instant changed = reader.lastChange();
    String news =
        Sitemap.news(site.name(), reader.since(NEWS_AGE_MAX, NEWS_ARTICLES_MAX), site.absolute());
    return Answer.of(request, Answer.XML, news, changed, clock);
  }

  @GetMapping("/robots.txt")
  ResponseEntity<String> robots() {
    String base = site.absolute().base();
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .body(
            """
            User-agent: *
            Disallow: /search
            Disallow: /api/
            Disallow: /actuator/

            Sitemap: %s/sitemap.xml
            Sitemap: %s/news-sitemap.xml
            """
                .formatted(base, base));
  }

  private ResponseEntity<byte[]> feed(Listed list, String format, ServletWebRequest request) {
    Instant changed = reader.lastChange();
    boolean front = list.list().equals(ListRef.FRONT);
    List<PublishedArticle> articles = reader.newest(list.list(), ARTICLES_PER_FEED);
    Instant updated =
        articles.stream()
            .map(it -> it.dates().versionCreated())
            .max(Comparator.naturalOrder())
            .orElse(changed);
    Channel channel =
        new Channel(
            front ? site.name() : site.name() + ": " + list.label(),
            front ? site.tagline() : "News about " + list.label() + " on " + site.name(),
            site.absolute().list(list.list()),
            site.absolute().feed(list.list(), format),
            updated,
            articles);
    return switch (format) {
      case "rss" -> answer(request, Answer.RSS, RssFeed.write(channel, site.absolute()), changed);
      case "atom" ->
          answer(request, Answer.ATOM, AtomFeed.write(channel, site.absolute()), changed);
      default ->
          answer(request, Answer.JSON_FEED, JsonFeed.write(channel, site.absolute()), changed);
    };
  }

  private ResponseEntity<byte[]> answer(
      ServletWebRequest request, MediaType type, String text, Instant changed) {
    return Answer.of(request, type, text, changed, clock);
  }

  private static ListKind kind(String folder) {
    for (ListKind it : ListKind.values()) {
      if (it.folder().equals(folder)) {
        return it;
      }
    }
    throw new IllegalArgumentException("folder: " + folder + " (expected: one of ListKind)");
  }
}
