package syndication.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import syndication.ingest.source.FeedPolling;
import syndication.ingest.source.FeedPolling.FeedTrial;
import syndication.ingest.source.FeedPolling.PollNow;
import syndication.ingest.source.FeedStatus;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What operators do with sources.
@RestController
@RequestMapping("/api/admin/sources")
final class SourcesController {

  private static final int LIMIT_MAX = 200;
  private static final int BODY_BYTES_MAX = 64 * 1024;

  private final SourceAdministration administration;
  private final FeedPolling polling;
  private final JsonMapper json;

  SourcesController(SourceAdministration administration, FeedPolling polling, JsonMapper json) {
    this.administration = administration;
    this.polling = polling;
    this.json = json;
  }

  /// One page of a list.
  ///
  /// @param next cursor of the next page, or `null` after the last
  record Page<T>(List<T> items, @Nullable String next) {}

  /// A new source, with its key, which is shown this once.
  record Registered(SourceView source, String apiKey) {}

  /// A new key, shown this once.
  ///
  /// @param oldKeysUntil until when the keys before it work
  record NewKey(String apiKey, Instant oldKeysUntil) {}

  /// What a poll came to.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Polled(
      String sourceId,
      String says,
      boolean failed,
      int submitted,
      int unchanged,
      int quarantined,
      @Nullable Instant nextFetchAt) {}

  @GetMapping
  Page<SourceView> list(
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "100") int limit) {
    int size = Math.clamp(limit, 1, LIMIT_MAX);
    List<Source> found = administration.list(cursor, size + 1);
    List<Source> page = found.subList(0, Math.min(size, found.size()));
    Map<SourceId, FeedStatus> feeds = polling.statusOf(page);
    List<SourceView> items = new ArrayList<>();
    page.forEach(it -> items.add(SourceView.of(it, feeds.get(it.id()))));
    return new Page<>(items, found.size() > size ? page.getLast().id().value() : null);
  }

  @PostMapping
  ResponseEntity<Registered> add(HttpServletRequest request) {
    Source source = SourceForm.added(document(request), administration.now());
    String key = administration.add(source).text();
    return ResponseEntity.created(URI.create("/api/admin/sources/" + source.id()))
        .body(new Registered(view(source), key));
  }

  @GetMapping("/{id}")
  SourceView one(@PathVariable String id) {
    return view(administration.find(id));
  }

  @PatchMapping("/{id}")
  SourceView change(@PathVariable String id, HttpServletRequest request) {
    Source before = administration.find(id);
    Source after = SourceForm.changed(before, document(request), administration.now());
    administration.change(before, after);
    return view(after);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deactivate(@PathVariable String id) {
    administration.deactivate(administration.find(id));
  }

  @PostMapping("/{id}/keys")
  ResponseEntity<NewKey> rotate(@PathVariable String id) {
    Source source = administration.find(id);
    Instant until = administration.oldKeysUntil();
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(new NewKey(administration.rotate(source, until).text(), until));
  }

  @PostMapping("/{id}/poll")
  Polled poll(@PathVariable String id) {
    Source source = administration.find(id);
    if (source.kind() != Source.Kind.FEED || source.state() != Source.State.ACTIVE) {
      throw Problem.of(
              Problem.Kind.CONFLICT,
              "source %s: %s, %s (expected: an active source of kind FEED)"
                  .formatted(id, source.kind(), source.state()))
          .asException();
    }
    return switch (polling.pollNow(source)) {
      case PollNow.Polled it ->
          new Polled(
              id,
              it.says(),
              it.failed(),
              it.submitted(),
              it.unchanged(),
              it.quarantined(),
              it.nextFetchAt());
      case PollNow.TooEarly it ->
          throw Problem.of(
                  Problem.Kind.TOO_FAST,
                  "The feed must not be asked before %s: %s".formatted(it.until(), it.why()))
              .asException(java.time.Duration.between(administration.now(), it.until()));
      case PollNow.Stopped it ->
          throw Problem.of(
                  Problem.Kind.CONFLICT,
                  "The feed is asked no more: %s. Give the source its new feedUrl, or take it off."
                      .formatted(it.why()))
              .asException();
      case PollNow.Busy _ ->
          throw Problem.of(Problem.Kind.CONFLICT, "The feed is being polled just now.")
              .asException(ProblemAdvice.COME_AGAIN_AFTER);
    };
  }

  @PostMapping("/test")
  FeedTrial test(HttpServletRequest request) {
    JsonNode address = document(request).path("address");
    List<Problem.FieldError> errors = new ArrayList<>();
    URI uri = SubmissionForm.address("address", address.asString(""), errors);
    if (uri == null) {
      throw Problem.invalid(errors).asException();
    }
    return polling.tryOut(uri);
  }

  private SourceView view(Source source) {
    return SourceView.of(source, polling.statusOf(List.of(source)).get(source.id()));
  }

  private JsonNode document(HttpServletRequest request) {
    byte[] body = BoundedBody.read(request, BODY_BYTES_MAX);
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      throw Problem.invalid(
              List.of(new Problem.FieldError("body", e.getOriginalMessage(), "one JSON document")))
          .asException();
    }
  }
}
