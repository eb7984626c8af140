package syndication.ingest.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndImage;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// ROME as it comes, shown under feedparser's names, so that it can be measured by the same
/// assertions as we are. Whatever its model has is mapped.
final class RomeView {

  /// Names that its model has a place for.
  private static final Set<String> PLACES =
      Set.of(
          "title",
          "title_detail",
          "description",
          "summary",
          "summary_detail",
          "subtitle",
          "tagline",
          "content",
          "link",
          "links",
          "id",
          "guid",
          "author",
          "author_detail",
          "authors",
          "contributors",
          "published",
          "published_parsed",
          "updated",
          "updated_parsed",
          "category",
          "tags",
          "enclosures",
          "language",
          "rights",
          "copyright",
          "image",
          "generator",
          "entries");

  private RomeView() {}

  static boolean hasPlaceFor(String path) {
    return PLACES.stream().anyMatch(it -> path.contains("'" + it + "'") || path.equals(it));
  }

  /// What it reads; empty when it gives up.
  static Optional<SyndFeed> read(byte[] bytes, @Nullable String contentType) {
    try (var reader =
        contentType == null
            ? new XmlReader(new ByteArrayInputStream(bytes), true)
            : new XmlReader(new ByteArrayInputStream(bytes), contentType, true)) {
      return Optional.ofNullable(new SyndFeedInput().build(reader));
    } catch (FeedException | IOException e) {
      return Optional.empty();
    }
  }

  static Map<String, Object> of(SyndFeed feed) {
    var info = new LinkedHashMap<String, Object>();
    put(info, "id", feed.getUri());
    put(info, "title", feed.getTitle());
    for (String name : List.of("subtitle", "tagline", "description")) {
      put(info, name, feed.getDescription());
    }
    put(info, "link", feed.getLink());
    info.put("links", feed.getLinks().stream().map(RomeView::link).toList());
    people(info, feed.getAuthor(), feed.getAuthors(), feed.getContributors());
    tags(info, feed.getCategories());
    date(feed.getPublishedDate(), it -> info.put("published_parsed", it));
    date(feed.getPublishedDate(), it -> info.put("updated_parsed", it));
    put(info, "language", feed.getLanguage());
    put(info, "rights", feed.getCopyright());
    put(info, "copyright", feed.getCopyright());
    put(info, "generator", feed.getGenerator());
    SyndImage image = feed.getImage();
    if (image != null) {
      var detail = new LinkedHashMap<String, Object>();
      put(detail, "href", image.getUrl());
      put(detail, "url", image.getUrl());
      put(detail, "title", image.getTitle());
      put(detail, "link", image.getLink());
      put(detail, "description", image.getDescription());
      info.put("image", detail);
    }
    var view = new LinkedHashMap<String, Object>();
    view.put("feed", info);
    view.put("entries", feed.getEntries().stream().map(RomeView::entry).toList());
    return view;
  }

  private static Map<String, Object> entry(SyndEntry entry) {
    var view = new LinkedHashMap<String, Object>();
    put(view, "id", entry.getUri());
    put(view, "guid", entry.getUri());
    put(view, "title", entry.getTitle());
    content(view, entry.getTitleEx(), "title_detail");
    SyndContent summary = entry.getDescription();
    SyndContent shown =
        summary == null && !entry.getContents().isEmpty()
            ? entry.getContents().getFirst()
            : summary;
    put(view, "summary", shown == null ? null : shown.getValue());
    put(view, "description", shown == null ? null : shown.getValue());
    content(view, shown, "summary_detail");
    view.put("content", entry.getContents().stream().map(RomeView::content).toList());
    put(view, "link", entry.getLink());
    view.put("links", entry.getLinks().stream().map(RomeView::link).toList());
    people(view, entry.getAuthor(), entry.getAuthors(), entry.getContributors());
    tags(view, entry.getCategories());
    date(entry.getPublishedDate(), it -> view.put("published_parsed", it));
    Date updated =
        entry.getUpdatedDate() == null ? entry.getPublishedDate() : entry.getUpdatedDate();
    date(updated, it -> view.put("updated_parsed", it));
    view.put("enclosures", entry.getEnclosures().stream().map(RomeView::enclosure).toList());
    return view;
  }

  private static void content(
      Map<String, Object> view, @Nullable SyndContent content, String name) {
    if (content != null) {
      view.put(name, content(content));
    }
  }

  private static Map<String, Object> content(SyndContent content) {
    var view = new LinkedHashMap<String, Object>();
    put(view, "value", content.getValue());
    put(view, "type", content.getType());
    return view;
  }

  private static Map<String, Object> link(SyndLink link) {
    var view = new LinkedHashMap<String, Object>();
    put(view, "rel", link.getRel());
    put(view, "type", link.getType());
    put(view, "href", link.getHref());
    put(view, "title", link.getTitle());
    put(view, "hreflang", link.getHreflang());
    return view;
  }

  private static Map<String, Object> enclosure(SyndEnclosure enclosure) {
    var view = new LinkedHashMap<String, Object>();
    put(view, "href", enclosure.getUrl());
    put(view, "type", enclosure.getType());
    view.put("length", Long.toString(enclosure.getLength()));
    return view;
  }

  private static void people(
      Map<String, Object> view,
      @Nullable String author,
      List<SyndPerson> authors,
      List<SyndPerson> contributors) {
    put(view, "author", author == null || author.isEmpty() ? null : author);
    view.put("authors", authors.stream().map(RomeView::person).toList());
    view.put("contributors", contributors.stream().map(RomeView::person).toList());
    if (!authors.isEmpty()) {
      view.put("author_detail", person(authors.getFirst()));
      view.putIfAbsent("author", String.valueOf(authors.getFirst().getName()));
    }
  }

  private static Map<String, Object> person(SyndPerson person) {
    var view = new LinkedHashMap<String, Object>();
    put(view, "name", person.getName());
    put(view, "email", person.getEmail());
    put(view, "href", person.getUri());
    return view;
  }

  private static void tags(Map<String, Object> view, List<SyndCategory> categories) {
    var tags = new ArrayList<Map<String, Object>>();
    for (SyndCategory category : categories) {
      var tag = new LinkedHashMap<String, Object>();
      put(tag, "term", category.getName());
      put(tag, "scheme", category.getTaxonomyUri());
      put(tag, "label", category.getLabel());
      tags.add(tag);
      view.putIfAbsent("category", String.valueOf(category.getName()));
    }
    view.put("tags", tags);
  }

  private static void date(@Nullable Date date, Consumer<List<Integer>> to) {
    if (date != null) {
      ZonedDateTime time = date.toInstant().atZone(ZoneOffset.UTC);
      to.accept(
          List.of(
              time.getYear(),
              time.getMonthValue(),
              time.getDayOfMonth(),
              time.getHour(),
              time.getMinute(),
              time.getSecond(),
              time.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue(),
              time.getDayOfYear(),
              0));
    }
  }

  private static void put(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
