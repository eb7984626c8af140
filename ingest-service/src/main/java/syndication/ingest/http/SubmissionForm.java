package syndication.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import syndication.ingest.source.ReceiptIds;
import syndication.ingest.source.Received;
import syndication.ingest.source.SourceId;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.TraceContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes what goes to the log out of a request, or says what is wrong with it.
final class SubmissionForm {

  private static final List<MediaType> READ =
      List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.TEXT_PLAIN);
  private static final String EXPECTED_TYPES =
      "application/json (ninjs 3.1), text/html, text/plain or application/x-ndjson";
  private static final String URL = "url";
  private static final int NOTE_CHARS_MAX = 2_000;
  private static final int ADDRESS_CHARS_MAX = 2_000;

  private final InstantSource clock;
  private final ReceiptIds receipts;
  private final RandomGenerator random;
  private final JsonMapper json;

  SubmissionForm(
      InstantSource clock, ReceiptIds receipts, RandomGenerator random, JsonMapper json) {
    this.clock = clock;
    this.receipts = receipts;
    this.random = random;
    this.json = json;
  }

  Instant now() {
    return clock.instant();
  }

  /// @throws ProblemException 415 when it is not one that is read here
  static MediaType contentType(HttpServletRequest request) {
    String stated = request.getContentType();
    try {
      MediaType type = MediaType.parseMediaType(stated == null ? "" : stated);
      if (type.equalsTypeAndSubtype(MediaType.APPLICATION_NDJSON)
          || READ.stream().anyMatch(type::equalsTypeAndSubtype)) {
        return type;
      }
    } catch (InvalidMediaTypeException e) {
      // Told below, as any other type that is not read.
    }
    throw Problem.of(
            Problem.Kind.UNSUPPORTED_TYPE,
            "Content-Type: %s (expected: %s)"
                .formatted(stated == null ? "absent" : stated, EXPECTED_TYPES))
        .asException();
  }

  Received article(SourceId source, HttpServletRequest request, MediaType type, byte[] body) {
    boolean ninjs = type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
    URI stated = statedAddress(request);
    if (!ninjs) {
      if (stated == null) {
        throw invalid(
            "Content-Location", "nothing", "the address of the page, here or as query url");
      }
      return received(source, request, type.toString(), body, stated, null, null);
    }
    JsonNode document = parsed(body);
    List<Problem.FieldError> errors = new ArrayList<>(NinjsForm.check(document));
    URI address = stated == null ? canonical(document, errors) : stated;
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    return received(
        source,
        request,
        type.toString(),
        body,
        address,
        document.path("uri").stringValue(),
        instant(document.path("versionCreated")));
  }

  Received withdrawal(SourceId source, HttpServletRequest request, byte[] body) {
    JsonNode document = parsed(body);
    List<Problem.FieldError> errors = new ArrayList<>();
    Optional<Received.Action> action = action(document.path("action"), errors);
    String itemId = string(document, "itemId", errors);
    String url = string(document, URL, errors);
    String articleId = string(document, "articleId", errors);
    String note = string(document, "note", errors);
    URI address = url == null ? null : address(URL, url, errors);
    if (itemId == null && url == null && articleId == null) {
      errors.add(
          new Problem.FieldError("itemId", "nothing", "itemId, url or articleId of the article"));
    }
    if (note != null && note.length() > NOTE_CHARS_MAX) {
      errors.add(
          new Problem.FieldError(
              "note", note.length() + " characters", "at most " + NOTE_CHARS_MAX));
    }
    if (!errors.isEmpty() || action.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    return new Received(
        receipts.next(),
        source,
        Received.Road.HTTP,
        action.get(),
        MediaType.APPLICATION_JSON_VALUE,
        body,
        address,
        itemId,
        now(),
        null,
        request.getHeader("Idempotency-Key"),
        note,
        articleId == null ? Map.of() : Map.of(Received.ARTICLE_ID, articleId),
        trace(request));
  }

  private Received received(
      SourceId source,
      HttpServletRequest request,
      String contentType,
      byte[] body,
      @Nullable URI address,
      @Nullable String itemId,
      @Nullable Instant statedAt) {
    return new Received(
        receipts.next(),
        source,
        Received.Road.HTTP,
        Received.Action.PUBLISH,
        contentType,
        body,
        address,
        itemId,
        now(),
        statedAt,
        request.getHeader("Idempotency-Key"),
        null,
        Map.of(),
        trace(request));
  }

  private String trace(HttpServletRequest request) {
    return TraceContext.parse(request.getHeader(EventHeaders.TRACEPARENT))
        .orElseGet(() -> TraceContext.begin(random))
        .traceId();
  }

  private JsonNode parsed(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw invalid(
          "body",
          "%s (line %d, column %d)"
              .formatted(e.getOriginalMessage(), at.getLineNr(), at.getColumnNr()),
          "one JSON document");
    }
  }

  private static @Nullable URI statedAddress(HttpServletRequest request) {
    List<Problem.FieldError> errors = new ArrayList<>();
    String header = request.getHeader(HttpHeaders.CONTENT_LOCATION);
    String name = header == null ? URL : HttpHeaders.CONTENT_LOCATION;
    String value = header == null ? request.getParameter(URL) : header;
    URI address = value == null ? null : address(name, value, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
    return address;
  }

  private static @Nullable URI canonical(JsonNode document, List<Problem.FieldError> errors) {
    JsonNode altIds = document.path("altIds");
    for (int i = 0; i < altIds.size(); i++) {
      JsonNode it = altIds.get(i);
      if (it.path("role").asString("").equals("canonicalUrl") && it.path("value").isString()) {
        return address("altIds/" + i + "/value", it.path("value").stringValue(), errors);
      }
    }
    return null;
  }

  static @Nullable URI address(String field, String value, List<Problem.FieldError> errors) {
    try {
      URI it = new URI(value.strip());
      boolean web =
          "http".equalsIgnoreCase(it.getScheme()) || "https".equalsIgnoreCase(it.getScheme());
      if (web && it.getHost() != null && value.length() <= ADDRESS_CHARS_MAX) {
        return it;
      }
    } catch (URISyntaxException e) {
      // Told below, as any other address that is not one.
    }
    errors.add(
        new Problem.FieldError(
            field,
            value.substring(0, Math.min(value.length(), 200)),
            "an absolute http or https address of at most %d characters"
                .formatted(ADDRESS_CHARS_MAX)));
    return null;
  }

  private static @Nullable String string(
      JsonNode document, String name, List<Problem.FieldError> errors) {
    JsonNode it = document.path(name);
    if (it.isMissingNode() || it.isNull()) {
      return null;
    }
    if (!it.isString() || it.stringValue().isBlank()) {
      errors.add(new Problem.FieldError(name, it.toString(), "a string that is not blank"));
      return null;
    }
    return it.stringValue();
  }

  private static Optional<Received.Action> action(
      JsonNode action, List<Problem.FieldError> errors) {
    String name = action.asString("");
    Optional<Received.Action> it =
        Arrays.stream(Received.Action.values())
            .filter(known -> known != Received.Action.PUBLISH && known.name().equals(name))
            .findFirst();
    if (it.isEmpty()) {
      errors.add(
          new Problem.FieldError(
              "action",
              action.isMissingNode() ? "nothing" : action.toString(),
              "WITHHOLD, RELEASE, KILL, TAKEDOWN or RESTORE"));
    }
    return it;
  }

  private static @Nullable Instant instant(JsonNode date) {
    try {
      return date.isString() ? OffsetDateTime.parse(date.stringValue()).toInstant() : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static ProblemException invalid(String field, String found, String expected) {
    return Problem.invalid(List.of(new Problem.FieldError(field, found, expected))).asException();
  }
}
