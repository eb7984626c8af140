package syndication.ingest.page.metadata;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;
import syndication.ingest.text.Groups;

/// Finds when an article was published and changed: what the page states, its address, then dates
/// in the text near the title.
final class PageDates {

  private static final Pattern IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/-]|$)");

  private PageDates() {}

  static @Nullable Moment published(
      Statements stated, Document document, Layout layout, int title, @Nullable URI address) {
    String meta =
        stated.meta("article:published_time", "og:article:published_time", "og:published_time");
    Moment found = moment(meta);
    found = found == null ? inAddress(address) : found;
    found = found == null ? moment(stated.linkedData().text("datePublished")) : found;
    found = found == null ? moment(stated.linkedData().anyText("datePublished")) : found;
    if (found == null) {
      Element property = document.selectFirst("[itemprop~=datePublished]");
      if (property != null) {
        found =
            moment(
                Titles.first(
                    attribute(property, "content"),
                    attribute(property, "datetime"),
                    property.text()));
      }
    }
    found =
        found == null
            ? moment(
                stated.meta(
                    "datepublished",
                    "date",
                    "dc.date",
                    "dc.date.issued",
                    "dcterms.created",
                    "pubdate",
                    "publishdate",
                    "publish-date",
                    "parsely-pub-date",
                    "sailthru.date",
                    "article.published",
                    "dcterms.date",
                    "citation_publication_date",
                    "publication_date",
                    "cxenseparse:recs:publishtime",
                    "date.released"))
            : found;
    found = found == null ? timeElement(document) : found;
    found = found == null ? visible(layout, title) : found;
    found = found == null ? labelled(layout) : found;
    found = found == null ? inNamedElement(document) : found;
    found = found == null ? moment(stated.linkedData().text("uploadDate")) : found;
    return found == null ? modified(stated) : found;
  }

  static @Nullable Moment modified(Statements stated) {
    Moment found = moment(stated.meta("article:modified_time", "og:updated_time"));
    found = found == null ? moment(stated.linkedData().text("dateModified")) : found;
    return found == null ? moment(stated.linkedData().anyText("dateModified")) : found;
  }

  static @Nullable Moment moment(@Nullable String text) {
    return text == null ? null : Moment.in(text);
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
    return match.find()
        ? Moment.date(
            Integer.parseInt(Groups.group(match, 1)),
            Integer.parseInt(Groups.group(match, 2)),
            Integer.parseInt(Groups.group(match, 3)))
        : null;
  }

  private static @Nullable Moment timeElement(Document document) {
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
          "\\b(publi|posted|veröffentlicht|erstellt|pubblicato|geplaatst|opublikowan|written"
              + " on|created on|date:)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// A short line anywhere that says when the article was published.
  private static @Nullable Moment labelled(Layout layout) {
    for (Segment segment : layout.segments()) {
      if (segment.isText() && segment.length() <= 200 && PUBLISHED.matcher(segment.text()).find()) {
        Moment moment = Moment.in(segment.text());
        if (moment != null) {
          return moment;
        }
      }
    }
    return null;
  }

  private static @Nullable Moment inNamedElement(Document document) {
    int looked = 0;
    for (Element element :
        document.select("[class*=date],[class*=Date],[class*=published],[class*=time]")) {
      if (looked++ > NAMED_ELEMENTS_MAX) {
        return null;
      }
      String text = element.text();
      Moment moment = text.length() > 80 ? null : Moment.in(text);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  private static final int NAMED_ELEMENTS_MAX = 40;

  /// Dates in short lines around the title; one that says "updated" only when there is no other.
  private static @Nullable Moment visible(Layout layout, int title) {
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
      Moment moment = Moment.in(segment.text());
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
