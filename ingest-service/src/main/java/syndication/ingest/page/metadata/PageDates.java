package syndication.ingest.page.metadata;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;
import syndication.ingest.text.Groups;

/// Finds when an article was published and changed: what the page states, its address, then dates
/// in the text near the title.
final class PageDates {

  private static final Pattern IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/-]|$)");

  private static final Pattern COMPACT_IN_ADDRESS =
      Pattern.compile("[/_-](20\\d{2})(0[1-9]|1[0-2])([0-2]\\d|3[01])(?=[/_.-]|$)");
  private static final Pattern WORDED_IN_ADDRESS =
      Pattern.compile("/(20\\d{2})/([a-z]{3,9})/(\\d{1,2})(?:/|$)");

  private final Statements stated;
  private final Document document;
  private final Layout layout;
  private final int title;
  private final boolean dayFirst;

  private PageDates(
      Statements stated, Document document, Layout layout, int title, @Nullable String language) {
    this.stated = stated;
    this.document = document;
    this.layout = layout;
    this.title = title;
    this.dayFirst = language != null && !MONTH_FIRST.contains(language);
  }

  /// Languages in which `3/4/2026` is a day in March. Plain `en` is mostly American.
  private static final Set<String> MONTH_FIRST = Set.of("en", "en-US", "en-CA", "en-PH");

  /// @param title segment of the title, or -1
  /// @param address of the page, or `null`
  /// @param language of the page, or `null`
  static @Nullable Moment published(
      Statements stated,
      Document document,
      Layout layout,
      int title,
      @Nullable URI address,
      @Nullable String language) {
    return new PageDates(stated, document, layout, title, language).published(address);
  }

  /// From the surest to the least sure.
  private @Nullable Moment published(@Nullable URI address) {
    Moment found = moment(stated.meta(PUBLISHED_TIME));
    found = found == null ? inAddress(address) : found;
    found = found == null ? near(true) : found;
    found = found == null ? moment(stated.linkedData().text("datePublished")) : found;
    found = found == null ? moment(stated.linkedData().anyText("datePublished")) : found;
    found = found == null ? property() : found;
    found = found == null ? moment(stated.meta(OTHER_METAS)) : found;
    found = found == null ? near(false) : found;
    found = found == null ? timeElement() : found;
    found = found == null ? visible() : found;
    found = found == null ? labelled() : found;
    found = found == null ? inNamedElement() : found;
    found = found == null ? moment(stated.linkedData().text("uploadDate")) : found;
    found = found == null ? moment(stated.linkedData().text("dateCreated")) : found;
    return found == null ? modified(stated) : found;
  }

  private static final String[] PUBLISHED_TIME = {
    "article:published_time", "og:article:published_time", "og:published_time", "article:published"
  };

  private static final String[] OTHER_METAS = {
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "pub_date",
    "og:pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication-date",
    "originalpublicationdate",
    "article_date_original",
    "displaydate",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "dcterms.date",
    "citation_publication_date",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "date.released",
    "rnews:datepublished"
  };

  private @Nullable Moment property() {
    Element property = document.selectFirst("[itemprop~=datePublished]");
    return property == null
        ? null
        : moment(
            Titles.first(
                attribute(property, "content"),
                attribute(property, "datetime"),
                property.text()));
  }

  static @Nullable Moment modified(Statements stated) {
    for (String text :
        new @Nullable String[] {
          stated.meta("article:modified_time", "og:updated_time", "article:modified"),
          stated.linkedData().text("dateModified"),
          stated.linkedData().anyText("dateModified")
        }) {
      Moment moment = text == null ? null : Moment.in(text);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  private @Nullable Moment moment(@Nullable String text) {
    return text == null ? null : Moment.in(text, dayFirst);
  }

  private static @Nullable String attribute(Element element, String name) {
    String value = element.attr(name).strip();
    return value.isEmpty() ? null : value;
  }

  private static @Nullable Moment inAddress(@Nullable URI address) {
    if (address == null || address.getPath() == null) {
      return null;
    }
    Matcher match = IN_ADDRESS.matcher(address.getPath());
    if (match.find()) {
      return date(match, Integer.parseInt(Groups.group(match, 2)));
    }
    Matcher compact = COMPACT_IN_ADDRESS.matcher(address.getPath());
    if (compact.find()) {
      return date(compact, Integer.parseInt(Groups.group(compact, 2)));
    }
    Matcher worded = WORDED_IN_ADDRESS.matcher(address.getPath());
    return worded.find() ? date(worded, Months.number(Groups.group(worded, 2))) : null;
  }

  private static @Nullable Moment date(Matcher match, int month) {
    return Moment.date(
        Integer.parseInt(Groups.group(match, 1)), month, Integer.parseInt(Groups.group(match, 3)));
  }

  private @Nullable Moment timeElement() {
    Moment fallback = null;
    for (Element time : document.select("time")) {
      Moment moment = moment(Titles.first(attribute(time, "datetime"), time.text()));
      if (moment != null) {
        boolean updated = time.hasClass("updated") && !time.hasClass("published");
        if (!updated) {
          return moment;
        }
        fallback = fallback == null ? moment : fallback;
      }
    }
    return fallback;
  }

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "\\b(publi|posted|veröffentlicht|erstellt|pubblicat|geplaatst|gepubliceerd|opublikowan"
              + "|written on|created on|date:|datum:|fecha:|zveřejněn|julkaistu|yayın|опубликован"
              + "|опубліков|дата:)|发布|發布|公開|入力|게시|입력|نشر",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Text lines looked at on either side of the title.
  private static final int NEAR_BEFORE = 6;

  private static final int NEAR_AFTER = 12;

  /// A date in a short line next to the title.
  ///
  /// @param labelled whether the line must say that it is the date of publication
  private @Nullable Moment near(boolean labelled) {
    if (title < 0) {
      return null;
    }
    List<Segment> segments = layout.segments();
    int end = Math.min(segments.size(), title + NEAR_AFTER + 1);
    for (int i = title; i < end; i++) {
      Moment moment = nextToTitle(segments.get(i), labelled);
      if (moment != null) {
        return moment;
      }
    }
    for (int i = title - 1; i >= Math.max(0, title - NEAR_BEFORE); i--) {
      Moment moment = nextToTitle(segments.get(i), labelled);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  private @Nullable Moment nextToTitle(Segment segment, boolean labelled) {
    String text = segment.text();
    if (!segment.isText() || segment.index() == title || text.length() > LINE_CHARS_MAX) {
      return null;
    }
    Matcher label = PUBLISHED.matcher(text);
    if (labelled) {
      return label.find() ? moment(text.substring(label.start())) : null;
    }
    return Moment.saysUpdated(text) ? null : Titles.first(machineDate(segment), moment(text));
  }

  private static final int LINE_CHARS_MAX = 160;

  /// What a `time` element around the segment's words states.
  private @Nullable Moment machineDate(Segment segment) {
    for (Node leaf : segment.leaves()) {
      if (leaf.parent() instanceof Element time && time.normalName().equals("time")) {
        Moment moment = moment(attribute(time, "datetime"));
        if (moment != null) {
          return moment;
        }
      }
    }
    return null;
  }

  /// A short line anywhere that says when the article was published.
  private @Nullable Moment labelled() {
    for (Segment segment : layout.segments()) {
      if (segment.isText() && segment.length() <= 200 && PUBLISHED.matcher(segment.text()).find()) {
        Moment moment = moment(segment.text());
        if (moment != null) {
          return moment;
        }
      }
    }
    return null;
  }

  private @Nullable Moment inNamedElement() {
    int looked = 0;
    for (Element element :
        document.select("[class*=date],[class*=Date],[class*=published],[class*=time]")) {
      if (looked++ > NAMED_ELEMENTS_MAX) {
        return null;
      }
      String text = element.text();
      Moment moment =
          Titles.first(
              moment(attribute(element, "datetime")),
              moment(attribute(element, "title")),
              text.length() > 80 ? null : moment(text));
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  private static final int NAMED_ELEMENTS_MAX = 40;

  /// Dates in short lines around the title; one that says "updated" only when there is no other.
  private @Nullable Moment visible() {
    List<Segment> segments = layout.segments();
    Moment updated = null;
    int from = Math.max(0, title - 12);
    int texts = 0;
    for (int i = from; i < segments.size() && texts < 40; i++) {
      Segment segment = segments.get(i);
      if (!segment.isText() || segment.length() > 160) {
        continue;
      }
      texts++;
      Moment moment = moment(segment.text());
      if (moment != null && i != title) {
        if (!Moment.saysUpdated(segment.text())) {
          return moment;
        }
        updated = updated == null ? moment : updated;
      }
    }
    return updated;
  }
}
