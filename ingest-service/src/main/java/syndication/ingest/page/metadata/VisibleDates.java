package syndication.ingest.page.metadata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// Dates that readers of a page can see: in short lines, near its title first.
final class VisibleDates {

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "\\b(publi|posted|veröffentlicht|erstellt|pubblicat|geplaatst|gepubliceerd|opublikowan"
              + "|written on|created on|date:|datum:|fecha:|zveřejněn|julkaistu|yayın|опубликован"
              + "|опубліков|дата:)|发布|發布|公開|入力|게시|입력|نشر",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// Text lines looked at on either side of the title.
  private static final int NEAR_BEFORE = 6;

  private static final int NEAR_AFTER = 12;
  private static final int LINE_CHARS_MAX = 160;
  private static final int NAMED_ELEMENTS_MAX = 40;

  private final Document document;
  private final Layout layout;
  private final int title;
  private final boolean dayFirst;

  /// @param title segment of the title, or -1
  /// @param dayFirst whether numbers parted by slashes begin with the day
  VisibleDates(Document document, Layout layout, int title, boolean dayFirst) {
    this.document = document;
    this.layout = layout;
    this.title = title;
    this.dayFirst = dayFirst;
  }

  /// A date in a short line next to the title.
  ///
  /// @param labelled whether the line must say that it is the date of publication
  @Nullable Moment near(boolean labelled) {
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
  @Nullable Moment labelled() {
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

  @Nullable Moment inNamedElement() {
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

  /// Dates in short lines around the title; one that says "updated" only when there is no other.
  @Nullable Moment around() {
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

  private @Nullable Moment moment(@Nullable String text) {
    return text == null ? null : Moment.in(text, dayFirst);
  }

  private static @Nullable String attribute(Element element, String name) {
    String value = element.attr(name).strip();
    return value.isEmpty() ? null : value;
  }
}
