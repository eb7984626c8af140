package syndication.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import syndication.ingest.source.Digests;
import syndication.ingest.source.IdempotentAnswers;
import syndication.ingest.source.IdempotentAnswers.Claim;
import syndication.ingest.source.Received;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import syndication.ingest.source.Sources;
import syndication.ingest.source.SubmissionLog;
import syndication.schema.topic.Topic;
import tools.jackson.databind.json.JsonMapper;

/// Takes articles and withdrawals from sources: checks who, how much and what form, writes them to
/// the log, and answers once they are safe.
@RestController
@RequestMapping("/api/articles")
final class ArticlesController {

  private static final String SOURCE = "source";
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final int KEY_CHARS_MAX = 255;
  private static final int WITHDRAWAL_BYTES_MAX = 64 * 1024;

  private final Sources sources;
  private final RateLimits rates;
  private final SubmissionForm form;
  private final SubmissionLog log;
  private final IdempotentAnswers answers;
  private final JsonMapper json;

  ArticlesController(
      Sources sources,
      RateLimits rates,
      SubmissionForm form,
      SubmissionLog log,
      IdempotentAnswers answers,
      JsonMapper json) {
    this.sources = sources;
    this.rates = rates;
    this.form = form;
    this.log = log;
    this.answers = answers;
    this.json = json;
  }

  @PostMapping
  ResponseEntity<String> articles(HttpServletRequest request) {
    Source source = source(request);
    MediaType type = SubmissionForm.contentType(request);
    if (type.isCompatibleWith(MediaType.APPLICATION_NDJSON)) {
      byte[] body = BoundedBody.read(request, Batch.BYTES_MAX);
      return once(request, source, body, () -> batch(source, request, body));
    }
    byte[] body = BoundedBody.read(request, Topic.BODY_BYTES_MAX);
    return once(
        request,
        source,
        body,
        () -> {
          take(source, 1);
          return accept(form.article(source.id(), request, type, body));
        });
  }

  @PostMapping("/withdrawals")
  ResponseEntity<String> withdrawals(HttpServletRequest request) {
    Source source = source(request);
    byte[] body = BoundedBody.read(request, WITHDRAWAL_BYTES_MAX);
    return once(request, source, body, () -> accept(form.withdrawal(source.id(), request, body)));
  }

  private ResponseEntity<String> accept(Received received) {
    log.append(java.util.List.of(received));
    return ResponseEntity.accepted()
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsString(Accepted.of(received)));
  }

  private ResponseEntity<String> batch(Source source, HttpServletRequest request, byte[] body) {
    Batch batch = Batch.read(source.id(), request, body, form);
    take(source, batch.lines());
    log.append(batch.received());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(batch.answer(json));
  }

  private void take(Source source, int items) {
    rates
        .take(source.id(), items)
        .ifPresent(wait -> {
          throw Problem.of(
                  Problem.Kind.TOO_FAST,
                  "Source %s hands in faster than it may; again in %d s."
                      .formatted(source.id(), wait.toSeconds()))
              .asException(wait);
        });
  }

  private Source source(HttpServletRequest request) {
    String named = request.getParameter(SOURCE);
    Source source =
        switch (Caller.of(request)) {
          case Caller.OfSource it -> it.source();
          case Caller.Operator _ -> ofOperator(named);
        };
    if (named != null && !named.equals(source.id().value())) {
      throw Problem.of(
              Problem.Kind.FORBIDDEN,
              "source: %s (expected: %s, whose key this is)".formatted(named, source.id()))
          .asException();
    }
    if (source.state() != Source.State.ACTIVE) {
      throw Problem.of(
              Problem.Kind.FORBIDDEN,
              "Source %s is %s; nothing is taken from it."
                  .formatted(source.id(), source.state().name().toLowerCase(java.util.Locale.ROOT)))
          .asException();
    }
    return source;
  }

  private Source ofOperator(@org.jspecify.annotations.Nullable String named) {
    if (named == null || !SourceId.isValid(named)) {
      throw Problem.invalid(
              java.util.List.of(
                  new Problem.FieldError(
                      SOURCE,
                      named == null ? "nothing" : named,
                      "the query parameter with the id of the source an operator acts for")))
          .asException();
    }
    return sources
        .find(new SourceId(named))
        .orElseThrow(
            () -> Problem.of(Problem.Kind.NOT_FOUND, "No source is called " + named).asException());
  }

  private interface Work {
    ResponseEntity<String> run();
  }

  // The same key with the same content has the same answer, and is done once.
  private ResponseEntity<String> once(
      HttpServletRequest request, Source source, byte[] body, Work work) {
    Optional<String> key = Optional.ofNullable(request.getHeader(IDEMPOTENCY_KEY));
    if (key.isEmpty()) {
      return work.run();
    }
    String name = key.get();
    if (name.isBlank() || name.length() > KEY_CHARS_MAX) {
      throw invalidKey(name, "1 to %d characters".formatted(KEY_CHARS_MAX));
    }
    return switch (answers.claim(source.id(), name, Digests.sha256(body), form.now())) {
      case Claim.Fresh _ -> first(source.id(), name, work);
      case Claim.Answered it ->
          ResponseEntity.status(it.status())
              .contentType(
                  it.status() == 200 ? MediaType.APPLICATION_NDJSON : MediaType.APPLICATION_JSON)
              .body(it.answer());
      case Claim.InProgress _ ->
          throw Problem.of(
                  Problem.Kind.CONFLICT, "The request with this key is still being worked on.")
              .asException(ProblemAdvice.COME_AGAIN_AFTER);
      case Claim.OtherContent _ ->
          throw invalidKey(name, "a key that was not used with other content within a day");
    };
  }

  private ResponseEntity<String> first(SourceId source, String key, Work work) {
    boolean done = false;
    try {
      ResponseEntity<String> answer = work.run();
      String body = answer.getBody();
      answers.finish(source, key, answer.getStatusCode().value(), body == null ? "" : body);
      done = true;
      return answer;
    } finally {
      if (!done) {
        answers.release(source, key);
      }
    }
  }

  private static ProblemException invalidKey(String found, String expected) {
    return Problem.invalid(
            java.util.List.of(new Problem.FieldError(IDEMPOTENCY_KEY, found, expected)))
        .asException();
  }
}
