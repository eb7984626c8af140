package syndication.publish.site;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Dates;
import syndication.publish.article.PublishedArticle.Media;
import syndication.publish.article.PublishedArticle.Origin;
import syndication.publish.article.PublishedArticle.Rights;
import syndication.publish.article.PublishedArticle.Status;
import syndication.publish.article.PublishedArticle.Summary;
import syndication.publish.article.PublishedArticle.Tag;
import syndication.publish.article.PublishedArticle.Topic;
import syndication.publish.article.PublishedArticle.Trace;
import syndication.publish.article.PublishedArticle.Version;

/// An article for tests, usable unless a test says otherwise. Unmodifiable: each word makes a copy.
public record SampleArticle(
    String id,
    long revision,
    long enrichment,
    Status status,
    String kind,
    String headline,
    String bodyHtml,
    String bodyText,
    String language,
    @Nullable String byline,
    String sourceId,
    String sourceName,
    @Nullable URI canonicalUrl,
    Instant created,
    Instant revised,
    @Nullable Instant embargoedUntil,
    @Nullable Instant expires,
    @Nullable String summary,
    List<Tag> tags,
    List<Topic> topics,
    List<Media> media,
    String syndication,
    @Nullable String note,
    @Nullable String clusterId) {

  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  public static SampleArticle article(String name) {
    return new SampleArticle(
        "urn:uuid:" + name,
        1,
        1,
        Status.USABLE,
        "NEW",
        "Headline of " + name,
        "<p>First paragraph of " + name + ".</p><p>Second paragraph.</p>",
        "First paragraph of " + name + ".\nSecond paragraph.",
        "en",
        "Ada Writer",
        "harbour-post",
        "The Harbour Post",
        URI.create("https://harbour-post.example/" + name),
        NOON,
        NOON,
        null,
        null,
        "Summary of " + name + ".",
        List.of(),
        List.of(),
        List.of(),
        "YES",
        null,
        null);
  }

  public PublishedArticle build() {
    return new PublishedArticle(
        id,
        new Version(revision, enrichment),
        status,
        kind,
        "MAJOR",
        headline,
        bodyHtml,
        bodyText,
        byline,
        language,
        canonicalUrl,
        new Origin(sourceId, sourceName, null, null),
        new Dates(created, revised, null, embargoedUntil, expires, "STATED"),
        new Summary(summary, summary, summary == null ? null : "extractive", null),
        tags,
        topics,
        List.of(),
        media,
        List.of(),
        new Rights("The Harbour Post", "© The Harbour Post", null, syndication),
        note,
        null,
        null,
        clusterId,
        400,
        150,
        "hash-" + revision,
        new Trace("0af7651916cd43dd8448eb211c80319c", created, created.plusSeconds(1), null));
  }

  public SampleArticle version(long newRevision, String newKind) {
    return new SampleArticle(
        id,
        newRevision,
        enrichment,
        status,
        newKind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        NOON.plus(Duration.ofMinutes(newRevision)),
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle enriched(long newEnrichment) {
    return new SampleArticle(
        id,
        revision,
        newEnrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle headline(String text) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        text,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle body(String html) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        html,
        org.jsoup.Jsoup.parseBodyFragment(html).wholeText(),
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle language(String tag) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        tag,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle source(String newId, String name) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        newId,
        name,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle at(Instant time) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        time,
        time,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle shown(@Nullable Instant from, @Nullable Instant until) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        from,
        until,
        summary,
        tags,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle summary(@Nullable String text) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        text,
        tags,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle tagged(String... labels) {
    List<Tag> all =
        java.util.Arrays.stream(labels)
            .map(it ->
                new Tag(
                    "person", it, it.toLowerCase(Locale.ROOT).replace(' ', '-'), null, 0.9, 0.9))
            .toList();
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        all,
        topics,
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle about(String code, String label) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        List.of(new Topic(code, label, 0.8)),
        media,
        syndication,
        note,
        clusterId);
  }

  public SampleArticle picture(String address, String caption) {
    Media image = new Media("image", URI.create(address), "image/jpeg", caption, "EPX", 1200, 750);
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        List.of(image),
        syndication,
        note,
        clusterId);
  }

  public SampleArticle rights(String right) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        right,
        note,
        clusterId);
  }

  public SampleArticle note(String words) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        syndication,
        words,
        clusterId);
  }

  public SampleArticle sameStoryAs(String other) {
    return new SampleArticle(
        id,
        revision,
        enrichment,
        status,
        kind,
        headline,
        bodyHtml,
        bodyText,
        language,
        byline,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        revised,
        embargoedUntil,
        expires,
        summary,
        tags,
        topics,
        media,
        syndication,
        note,
        "urn:uuid:" + other);
  }

  /// The revision that takes it back, as enrichment passes it through: no body, no tags.
  public SampleArticle withdrawn(long newRevision, String newKind) {
    return new SampleArticle(
        id,
        newRevision,
        1,
        newKind.equals("WITHHOLD") ? Status.WITHHELD : Status.CANCELED,
        newKind,
        newKind.equals("TAKEDOWN") ? "" : headline,
        "",
        "",
        language,
        null,
        sourceId,
        sourceName,
        canonicalUrl,
        created,
        NOON.plus(Duration.ofMinutes(newRevision)),
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        syndication,
        note,
        null);
  }
}
