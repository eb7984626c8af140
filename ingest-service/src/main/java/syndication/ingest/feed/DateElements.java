package syndication.ingest.feed;

import java.util.Locale;
import syndication.ingest.feed.Draft.DateKind;
import syndication.ingest.feed.xml.XmlElement;

/// The elements that say when something was published, changed or is valid.
final class DateElements {

  private DateElements() {}

  /// @return whether the element is one of these
  static boolean read(Draft draft, XmlElement element) {
    String text = element.text();
    switch (element.key()) {
      case "published", "issued", "pubdate", "dcterms:issued", "dcterms:available" ->
          draft.date(DateKind.PUBLISHED, text);
      case "updated",
          "modified",
          "lastbuilddate",
          "date",
          "dc:date",
          "dcterms:modified",
          "dcterms:date",
          "atom:updated" ->
          draft.date(DateKind.UPDATED, text);
      case "created", "dcterms:created" -> draft.date(DateKind.CREATED, text);
      case "expirationdate" -> draft.date(DateKind.VALID_UNTIL, text);
      case "dcterms:valid" -> valid(draft, text);
      case "prism:publicationdate", "dc:issued" -> draft.date(DateKind.PUBLISHED, text);
      case "prism:expirationdate" -> draft.date(DateKind.VALID_UNTIL, text);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// `start=…; end=…; scheme=…`, in any order (DCMI Period).
  private static void valid(Draft draft, String text) {
    for (String part : text.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        String value = part.substring(equals + 1).strip();
        switch (part.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
          case "start" -> draft.date(DateKind.VALID_FROM, value);
          case "end" -> draft.date(DateKind.VALID_UNTIL, value);
          default -> {}
        }
      }
    }
  }
}
