package syndication.ingest.http;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Whether a JSON document has the form of a ninjs 3.1 article: what the normaliser could not make
/// anything of is refused at once, while the source still listens.
final class NinjsForm {

  private static final Set<String> STATUSES = Set.of("usable", "withheld", "canceled");
  private static final Set<String> WITHDRAWN = Set.of("withheld", "canceled");
  private static final List<String> TEXTS = List.of("headlines", "descriptions", "bodies");
  private static final List<String> STRINGS =
      List.of("by", "language", "edNote", "usageTerms", "copyrightHolder", "copyrightNotice");
  private static final List<String> DATES =
      List.of("firstCreated", "versionCreated", "contentCreated", "embargoedUntil", "expires");
  private static final int URGENCY_MAX = 9;
  private static final int SHOWN_CHARS_MAX = 80;

  private final List<Problem.FieldError> errors = new ArrayList<>();

  private NinjsForm() {}

  /// @return what is wrong, empty when nothing is
  static List<Problem.FieldError> check(JsonNode document) {
    var form = new NinjsForm();
    if (!document.isObject()) {
      form.error("body", document, "a JSON object");
    } else {
      form.article(document);
    }
    return form.errors;
  }

  private void article(JsonNode article) {
    JsonNode uri = article.path("uri");
    if (!uri.isString() || uri.stringValue().isBlank()) {
      error("uri", uri, "your id of the article: a string that is not blank");
    }
    TEXTS.forEach(it -> texts(it, article.path(it)));
    JsonNode status = article.path("pubStatus");
    if (!status.isMissingNode()
        && !(status.isString() && STATUSES.contains(status.stringValue()))) {
      error("pubStatus", status, "usable, withheld or canceled");
    }
    boolean withdrawn = status.isString() && WITHDRAWN.contains(status.stringValue());
    if (article.path("headlines").isMissingNode() && !withdrawn) {
      error("headlines", article.path("headlines"), "an array of {\"value\": \"…\"}, at least one");
    }
    for (String name : STRINGS) {
      JsonNode it = article.path(name);
      if (!it.isMissingNode() && !it.isString()) {
        error(name, it, "a string");
      }
    }
    DATES.forEach(it -> date(it, article.path(it)));
    urgency(article.path("urgency"));
    altIds(article.path("altIds"));
  }

  private void texts(String name, JsonNode texts) {
    if (texts.isMissingNode()) {
      return;
    }
    if (!texts.isArray() || (name.equals("headlines") && texts.isEmpty())) {
      error(name, texts, "an array of {\"value\": \"…\"}, at least one");
      return;
    }
    for (int i = 0; i < texts.size(); i++) {
      JsonNode value = texts.get(i).path("value");
      if (!value.isString()) {
        error(name + "/" + i + "/value", value, "a string");
      }
      JsonNode type = texts.get(i).path("contentType");
      if (!type.isMissingNode() && !type.isString()) {
        error(name + "/" + i + "/contentType", type, "a media type such as text/html");
      }
    }
  }

  private void date(String name, JsonNode date) {
    if (date.isMissingNode()) {
      return;
    }
    try {
      OffsetDateTime.parse(date.isString() ? date.stringValue() : "");
    } catch (DateTimeParseException e) {
      error(name, date, "a date and time with its zone, such as 2026-11-24T09:30:00Z");
    }
  }

  private void urgency(JsonNode urgency) {
    if (!urgency.isMissingNode()
        && !(urgency.isInt() && urgency.intValue() >= 1 && urgency.intValue() <= URGENCY_MAX)) {
      error("urgency", urgency, "a whole number from 1 to " + URGENCY_MAX);
    }
  }

  private void altIds(JsonNode altIds) {
    if (altIds.isMissingNode()) {
      return;
    }
    if (!altIds.isArray()) {
      error("altIds", altIds, "an array of {\"role\", \"value\"}");
      return;
    }
    for (int i = 0; i < altIds.size(); i++) {
      JsonNode value = altIds.get(i).path("value");
      if (!value.isString()) {
        error("altIds/" + i + "/value", value, "a string");
      }
    }
  }

  private void error(String field, JsonNode found, String expected) {
    errors.add(new Problem.FieldError(field, words(found), expected));
  }

  private static String words(JsonNode found) {
    if (found.isMissingNode()) {
      return "nothing";
    }
    String text = found.toString();
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX - 1) + "…";
  }
}
