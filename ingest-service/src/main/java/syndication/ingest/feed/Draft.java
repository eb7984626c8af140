package syndication.ingest.feed;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.DateQuality;
import syndication.ingest.feed.MediaItem.Credit;
import syndication.ingest.feed.date.FeedDates;

/// An entry or a feed while it is being read: what its elements said so far.
final class Draft {

  /// Which element a text came from: a format's own words come before those of other namespaces.
  enum Rank {
    MEDIA,
    PODCAST,
    DUBLIN_CORE,
    OWN
  }

  /// A text and where it came from.
  record Ranked(Text text, Rank rank) {}

  /// The dates an element can state.
  enum DateKind {
    PUBLISHED,
    UPDATED,
    CREATED,
    VALID_FROM,
    VALID_UNTIL
  }

  @Nullable String id;
  boolean permalink;
  @Nullable Ranked title;
  @Nullable Ranked summary;
  @Nullable Text subtitle;
  @Nullable Text info;
  @Nullable Text notice;
  @Nullable URI license;
  @Nullable String language;
  @Nullable Image image;
  @Nullable URI logo;
  @Nullable URI icon;
  @Nullable Generator generator;
  @Nullable Person publisher;
  @Nullable Place place;
  @Nullable String latitude;
  @Nullable String longitude;
  @Nullable URI movedTo;
  @Nullable FeedInfo source;
  @Nullable Integer ttl;
  @Nullable String updatePeriod;
  @Nullable Integer updateFrequency;
  boolean blocked;
  @Nullable Boolean explicit;
  @Nullable String duration;
  @Nullable String episode;
  @Nullable String season;
  @Nullable URI commentsPage;
  @Nullable URI commentsPost;
  @Nullable URI commentsFeed;
  @Nullable Integer commentCount;
  Comments.@Nullable Reply inReplyTo;
  final List<Text> contents = new ArrayList<>();
  final List<Link> links = new ArrayList<>();
  final List<Person> authors = new ArrayList<>();
  final List<Person> contributors = new ArrayList<>();
  final List<Category> categories = new ArrayList<>();
  final List<MediaItem> media = new ArrayList<>();
  final List<Credit> credits = new ArrayList<>();
  final List<Integer> skipHours = new ArrayList<>();
  final List<DayOfWeek> skipDays = new ArrayList<>();
  final Map<DateKind, StatedDate> dates = new LinkedHashMap<>();
  final Map<String, String> extras = new LinkedHashMap<>();
  final List<String> problems = new ArrayList<>();

  void title(Text text, Rank rank) {
    Ranked known = title;
    boolean missing = known == null || known.text().isBlank();
    boolean better = known != null && !text.isBlank() && rank.compareTo(known.rank()) > 0;
    if (missing || better) {
      title = new Ranked(text, rank);
    }
  }

  void date(DateKind kind, String written) {
    if (written.isBlank() || problems.size() >= Bounds.LIST_MAX) {
      return;
    }
    var date = new StatedDate(written, FeedDates.parse(written));
    if (date.at() != null || !dates.containsKey(kind)) {
      dates.put(kind, date);
    }
    if (date.at() == null) {
      problems.add("feed.unreadable-date: " + shortened(written));
    }
  }

  void link(Link link) {
    if (links.size() < Bounds.LIST_MAX) {
      links.add(link);
    }
  }

  void category(@Nullable String term, @Nullable String scheme, @Nullable String label) {
    String name = term == null || term.isBlank() ? label : term;
    if (name == null || name.isBlank() || categories.size() >= Bounds.LIST_MAX) {
      return;
    }
    var category = new Category(name.strip(), scheme, label);
    if (!categories.contains(category)) {
      categories.add(category);
    }
  }

  void person(List<Person> people, @Nullable Person person) {
    if (person != null && people.size() < Bounds.LIST_MAX && !people.contains(person)) {
      people.add(person);
    }
  }

  void medium(@Nullable MediaItem item) {
    if (item != null && media.size() < Bounds.LIST_MAX && !media.contains(item)) {
      media.add(item);
    }
  }

  void extra(String key, String value) {
    if (!value.isBlank() && extras.size() < Bounds.EXTRAS_MAX) {
      String kept = value.length() <= Bounds.EXTRA_CHARS_MAX ? value : shortened(value);
      extras.putIfAbsent(key, kept);
    }
  }

  private static String shortened(String text) {
    int max = Bounds.EXTRA_CHARS_MAX;
    return text.length() <= max ? text : text.substring(0, max - 1) + "…";
  }

  boolean hasLink(String rel) {
    return links.stream().anyMatch(link -> link.rel().equals(rel));
  }

  private Dates dates(@Nullable Instant effective, DateQuality quality) {
    return new Dates(
        dates.get(DateKind.PUBLISHED),
        dates.get(DateKind.UPDATED),
        dates.get(DateKind.CREATED),
        dates.get(DateKind.VALID_FROM),
        dates.get(DateKind.VALID_UNTIL),
        effective,
        quality);
  }

  private Podcast podcast() {
    return new Podcast(blocked, explicit, duration, episode, season);
  }

  private Rights rights() {
    return new Rights(notice, license, extras.get("media:copyright"));
  }

  FeedInfo toInfo(DateOrder.Judged judged) {
    return new FeedInfo(
        id,
        title == null ? null : title.text(),
        summary == null ? subtitle : summary.text(),
        info,
        links,
        new People(authors, contributors, publisher),
        categories,
        dates(judged.effective(), judged.quality()),
        rights(),
        language,
        image,
        logo,
        icon,
        generator,
        new Schedule(ttl, skipHours, skipDays, updatePeriod, updateFrequency),
        podcast(),
        movedTo,
        extras);
  }

  Entry toEntry(Position position, DateOrder.Judged judged) {
    for (Link link : links) {
      if (link.rel().equals("enclosure")) {
        medium(MediaReader.enclosure(link));
      }
    }
    Place where = place == null ? PlaceReader.point(latitude, longitude) : place;
    return new Entry(
        position,
        id,
        permalink,
        links,
        title == null ? null : title.text(),
        summary == null ? null : summary.text(),
        contents,
        subtitle,
        new People(authors, contributors, publisher),
        categories,
        dates(judged.effective(), judged.quality()),
        rights(),
        language,
        image,
        media,
        source,
        where,
        new Comments(commentsPage, commentsPost, commentsFeed, commentCount, inReplyTo),
        podcast(),
        extras,
        problems);
  }
}
