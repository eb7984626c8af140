package syndication.ingest.page.metadata;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Layout;

/// Finds when an article was published and changed: what the page states, its address, then dates
/// in the text near the title.
final class PageDates {

  /// Languages in which `3/4/2026` is a day in March. Plain `en` is mostly American.
  private static final Set<String> MONTH_FIRST = Set.of("en", "en-US", "en-CA", "en-PH");

  private static final List<String> DATA_NAMES =
      List.of(
          "data-published",
          "data-publish-date",
          "data-published-at",
          "data-pubdate",
          "data-date",
          "data-datetime",
          "data-timestamp",
          "data-time",
          "data-utime",
          "data-epoch");

  private static final String DATA = "[" + String.join("],[", DATA_NAMES) + "]";

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

  private final Statements stated;
  private final Document document;
  private final VisibleDates visible;
  private final boolean dayFirst;

  private PageDates(
      Statements stated, Document document, Layout layout, int title, @Nullable String language) {
    this.stated = stated;
    this.document = document;
    this.dayFirst = language != null && !MONTH_FIRST.contains(language);
    this.visible = new VisibleDates(document, layout, title, dayFirst);
  }

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
    found = found == null ? AddressDates.in(address) : found;
    found = found == null ? visible.near(true) : found;
    found = found == null ? inLinkedData() : found;
    found = found == null ? property() : found;
    found = found == null ? moment(stated.meta(OTHER_METAS)) : found;
    found = found == null ? visible.near(false) : found;
    found = found == null ? timeElement() : found;
    found = found == null ? visible.around() : found;
    found = found == null ? visible.labelled() : found;
    found = found == null ? visible.inNamedElement() : found;
    found = found == null ? inData() : found;
    found = found == null ? moment(stated.linkedData().text("uploadDate")) : found;
    found = found == null ? moment(stated.linkedData().text("dateCreated")) : found;
    return found == null ? modified(stated) : found;
  }

  /// What the linked data says, unless it has the day of the last change for that of publication
  /// too, while readers are shown an earlier one.
  private @Nullable Moment inLinkedData() {
    Moment found = moment(stated.linkedData().text("datePublished"));
    found = found == null ? moment(stated.linkedData().anyText("datePublished")) : found;
    Moment modified = found == null ? null : modified(stated);
    if (found == null || modified == null || !modified.isSameDay(found)) {
      return found;
    }
    Moment shown = visible.near(false);
    return shown != null && shown.isDayBefore(found) ? shown : found;
  }

  /// What the page keeps for its scripts, as a date or as seconds since 1970.
  private @Nullable Moment inData() {
    for (Element element : document.select(DATA)) {
      for (String name : DATA_NAMES) {
        String value = attribute(element, name);
        Moment moment = value == null ? null : Moment.ofEpoch(value);
        moment = moment == null ? moment(value) : moment;
        if (moment != null) {
          return moment;
        }
      }
    }
    return null;
  }

  private @Nullable Moment property() {
    Element property = document.selectFirst("[itemprop~=datePublished]");
    return property == null
        ? null
        : moment(
            Titles.first(
                attribute(property, "content"), attribute(property, "datetime"), property.text()));
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
}
