package syndication.publish.sitehttp;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import syndication.publish.site.Pulled;
import syndication.publish.sitestore.Changes;
import syndication.publish.sitestore.FoundArticle;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The cursor API: every change of every article in one order, for partners that would rather ask
/// than be told. Whoever goes on from the cursor of the last answer misses nothing.
@RestController
public final class PullController {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int LIMIT_DEFAULT = 50;
  private static final int LIMIT_MAX = 200;
  private static final Pattern CURSOR = Pattern.compile("v1:(\\d{1,18})");
  private static final int CURSOR_LENGTH_MAX = 40;

  private final Changes changes;
  private final ArticleDocuments documents;

  public PullController(Changes changes, ArticleDocuments documents) {
    this.changes = changes;
    this.documents = documents;
  }

  /// Answers `{"items":[{"type","timestamp","data"}],"next","more"}`: `next` is the cursor to go on
  /// from, now or later; `more` says that there is more already.
  @GetMapping("/api/articles")
  ResponseEntity<?> articles(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String since) {
    OptionalLong from = cursor == null ? OptionalLong.of(0) : sequence(cursor);
    if (from.isEmpty()) {
      return problem("cursor", cursor, "the value of next in an earlier answer, unchanged");
    }
    Integer count = limit == null ? Integer.valueOf(LIMIT_DEFAULT) : count(limit);
    if (count == null) {
      return problem("limit", limit, "1 to " + LIMIT_MAX);
    }
    Instant earliest = null;
    if (since != null) {
      try {
        earliest = Instant.parse(since);
      } catch (DateTimeParseException e) {
        return problem("since", since, "ISO 8601 in UTC, such as 2026-11-24T06:00:00Z");
      }
    }
    return answer(from.getAsLong(), count, earliest);
  }

  private ResponseEntity<?> answer(long from, int count, @Nullable Instant since) {
    changes.sweep();
    List<Changes.Change> found = changes.after(from, since, count + 1);
    List<Changes.Change> page = found.subList(0, Math.min(found.size(), count));
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("items");
      for (Changes.Change it : page) {
        if (!(it.found() instanceof FoundArticle.Embargoed)) {
          item(json, it);
        }
      }
      json.writeEndArray();
      json.writeStringProperty("next", cursor(page.isEmpty() ? from : page.getLast().sequence()));
      json.writeBooleanProperty("more", found.size() > count);
      json.writeEndObject();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noCache())
        .body(out.toByteArray());
  }

  private void item(JsonGenerator json, Changes.Change change) {
    Pulled pulled =
        change.found() instanceof FoundArticle.Gone
            ? Pulled.notice(change.article())
            : Pulled.of(change.article());
    json.writeStartObject();
    json.writeStringProperty("type", pulled.type());
    json.writeStringProperty("timestamp", change.changedAt().toString());
    json.writeName("data");
    json.writeRawValue(new String(documents.document(pulled.article()), StandardCharsets.UTF_8));
    json.writeEndObject();
  }

  private static String cursor(long sequence) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("v1:" + sequence).getBytes(StandardCharsets.UTF_8));
  }

  private static OptionalLong sequence(String cursor) {
    if (cursor.length() > CURSOR_LENGTH_MAX) {
      return OptionalLong.empty();
    }
    try {
      Matcher text =
          CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
      return text.matches()
          ? OptionalLong.of(Long.parseLong(text.replaceFirst("$1")))
          : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  private static @Nullable Integer count(String limit) {
    if (!limit.matches("\\d{1,4}")) {
      return null;
    }
    int count = Integer.parseInt(limit);
    return count >= 1 && count <= LIMIT_MAX ? count : null;
  }

  private static ResponseEntity<ProblemDetail> problem(
      String field, @Nullable String found, String expected) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST, field + ": " + found + " (expected: " + expected + ")");
    problem.setType(URI.create("urn:syndicate:problem:invalid-request"));
    problem.setTitle("The request is not one that can be answered");
    problem.setProperty(
        "errors",
        List.of(Map.of("field", field, "found", String.valueOf(found), "expected", expected)));
    return ResponseEntity.badRequest().body(problem);
  }
}
