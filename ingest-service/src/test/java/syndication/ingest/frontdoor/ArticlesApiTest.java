package syndication.ingest.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.ingest.frontdoor.FrontDoor.bearer;
import static syndication.ingest.frontdoor.FrontDoor.utf8;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import syndication.ingest.frontdoor.FrontDoor.Answer;
import syndication.schema.ArticleSubmitted;
import syndication.schema.Channel;
import syndication.schema.SubmissionAction;
import syndication.schema.topic.Topic;
import syndication.schema.trace.Step;
import syndication.schema.wire.EventHeaders;
import syndication.schema.wire.TraceContext;
import tools.jackson.databind.JsonNode;

class ArticlesApiTest {

  private static final String NINJS =
      """
      {"uri":"bridge-1","headlines":[{"value":"Bridge opens"}],
       "bodies":[{"contentType":"text/html","value":"<p>It opened.</p>"}],
       "altIds":[{"role":"canonicalUrl","value":"https://harbour.example/bridge"}],
       "versionCreated":"2026-11-24T09:00:00+01:00"}\
      """;
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final FrontDoor door = FrontDoor.shared();

  @Test
  void whatWasAcceptedIsInTheLogAsItCame() {
    String key = door.source("accepts");

    JsonNode answer =
        post(key, "application/json", NINJS, "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
            .expect(202)
            .json();

    ArticleSubmitted event = door.submitted("accepts").getFirst();
    assertThat(event.getSubmissionId())
        .isEqualTo(answer.path("submissionId").stringValue())
        .matches("accepts:[0-9a-f]{32}");
    assertThat(event.getReceiptId()).isEqualTo(answer.path("receiptId").stringValue());
    assertThat(event.getTraceId()).isEqualTo(TRACE);
    assertThat(answer.path("traceId").stringValue()).isEqualTo(TRACE);
    assertThat(event.getChannel()).isEqualTo(Channel.HTTP);
    assertThat(event.getAction()).isEqualTo(SubmissionAction.PUBLISH);
    assertThat(StandardCharsets.UTF_8.decode(event.getBody()).toString()).isEqualTo(NINJS);
    assertThat(event.getItemId()).contains("bridge-1");
    assertThat(event.getAddress()).contains("https://harbour.example/bridge");
    assertThat(event.getStatedAt().orElseThrow()).isEqualTo("2026-11-24T08:00:00Z");
  }

  @Test
  void standsInTheCallersTraceAndHandsItOn() {
    String key = door.source("traced");

    post(key, "application/json", NINJS, "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
        .expect(202);

    String receiptId = door.submitted("traced").getFirst().getReceiptId();
    Step step =
        door.books.steps.stream()
            .filter(it -> receiptId.equals(it.attributes().get("receiptId")))
            .findFirst()
            .orElseThrow();
    assertThat(step.name()).isEqualTo("accept");
    assertThat(step.parent()).isEqualTo(new TraceContext(TRACE, "00f067aa0ba902b7"));
    assertThat(step.context()).isEqualTo(TraceContext.of(TRACE, receiptId));
    assertThat(door.records())
        .filteredOn(it -> it.key().startsWith("traced:"))
        .extracting(it -> EventHeaders.value(it.headers(), EventHeaders.TRACEPARENT).orElse(""))
        .containsExactly(step.context().traceparent());
  }

  @Test
  void theSameItemHasTheSameSubmissionIdAndAnotherReceipt() {
    String key = door.source("same-item");

    JsonNode one = post(key, "application/json", NINJS).expect(202).json();
    JsonNode two = post(key, "application/json", NINJS.replace("opens", "closes")).json();

    assertThat(one.path("submissionId")).isEqualTo(two.path("submissionId"));
    assertThat(one.path("receiptId")).isNotEqualTo(two.path("receiptId"));
  }

  @Test
  void aPageNeedsItsAddress() {
    String key = door.source("pages");

    post(key, "text/html; charset=utf-8", "<p>One</p>", "Content-Location", "https://a.example/1")
        .expect(202);
    Answer without = post(key, "text/plain", "One").expect(422);

    assertThat(without.json().path("errors").path(0).path("field").stringValue())
        .isEqualTo("Content-Location");
    ArticleSubmitted event = door.submitted("pages").getFirst();
    assertThat(event.getContentType()).isEqualTo("text/html;charset=utf-8");
    assertThat(event.getAddress()).contains("https://a.example/1");
  }

  @Test
  void whoeverHasNoKeyIsRefused() {
    String key = door.source("guarded");
    door.source("other");

    for (String shown : List.of("", "nobody", "sk_guarded_x", key + "x", key.substring(1))) {
      Answer answer = call(shown, "/api/articles", "application/json", NINJS).expect(401);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.json().path("title").stringValue()).isNotBlank();
    }
    call(key, "/api/articles?source=other", "application/json", NINJS).expect(403);
    call(key, "/api/admin/sources", "application/json", "{}").expect(403);
  }

  @Test
  void theOperatorActsForANamedSource() {
    door.source("acted-for");

    call(FrontDoor.OPERATOR, "/api/articles?source=acted-for", "application/json", NINJS)
        .expect(202);
    call(FrontDoor.OPERATOR, "/api/articles", "application/json", NINJS).expect(422);
    call(FrontDoor.OPERATOR, "/api/articles?source=unknown", "application/json", NINJS).expect(404);
  }

  @Test
  void whatIsTooLargeIsRefused() {
    String key = door.source("large");
    byte[] body = new byte[Topic.BODY_BYTES_MAX + 1];
    Arrays.fill(body, (byte) ' ');

    Answer answer =
        door.call("POST", "/api/articles", bearer(key, "Content-Type", "text/plain"), body);

    assertThat(answer.expect(413).json().path("detail").stringValue())
        .contains(Integer.toString(Topic.BODY_BYTES_MAX));
  }

  @Test
  void aContentTypeThatIsNotReadIsRefused() {
    String key = door.source("types");

    assertThat(post(key, "application/pdf", "x").expect(415).json().path("detail").stringValue())
        .contains("application/pdf")
        .contains("text/html");
    post(key, "nonsense", "x").expect(415);
  }

  @Test
  void aPathThatIsNotThereIsAnsweredWithThoseLikeIt() {
    String key = door.source("lost-path");

    JsonNode problem = call(key, "/api/artcles", "application/json", NINJS).expect(404).json();

    JsonNode error = problem.path("errors").path(0);
    assertThat(error.path("field").stringValue()).isEqualTo("path");
    assertThat(error.path("found").stringValue()).isEqualTo("POST /api/artcles");
    assertThat(error.path("expected").stringValue())
        .startsWith("POST /api/articles")
        .contains("/openapi.json")
        .doesNotContain("/api/admin");
    assertThat(problem.path("type").stringValue()).endsWith("/not-found");
  }

  @Test
  void aWrongMethodIsAnsweredWithTheRightOne() {
    String key = door.source("methods");

    Answer answer = door.call("GET", "/api/articles", bearer(key), null).expect(405);

    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertThat(answer.json().path("detail").stringValue())
        .isEqualTo("method: GET (expected: POST)");
  }

  @Test
  void aParameterThatIsNoNumberIsNamed() {
    JsonNode problem =
        door.operator("GET", "/api/admin/sources?limit=many", null).expect(400).json();

    assertThat(problem.path("detail").stringValue())
        .isEqualTo("limit: many (expected: a whole number)");
  }

  @Test
  void aFieldAtFaultIsNamedWithWhatWasFoundAndExpected() {
    String key = door.source("fields");

    JsonNode errors =
        post(
                key,
                "application/json",
                """
                {"headlines":"one","bodies":[{"value":7}],"pubStatus":"new","urgency":12,
                 "embargoedUntil":"tomorrow","altIds":[{"role":"canonicalUrl","value":"bridge"}]}
                """)
            .expect(422)
            .json()
            .path("errors");

    assertThat(errors.findValuesAsString("field"))
        .containsExactly(
            "uri",
            "headlines",
            "bodies/0/value",
            "pubStatus",
            "embargoedUntil",
            "urgency",
            "altIds/0/value");
    assertThat(errors.path(0).path("found").stringValue()).isEqualTo("nothing");
    assertThat(errors.path(1).path("found").stringValue()).isEqualTo("\"one\"");
    assertThat(errors.path(1).path("expected").stringValue()).contains("array");
  }

  @Test
  void jsonThatBreaksOffIsRefusedWithItsPlace() {
    String key = door.source("broken");

    JsonNode problem = post(key, "application/json", "{\"uri\":\n \"a").expect(422).json();

    assertThat(problem.path("errors").path(0).path("found").stringValue()).contains("line 2");
    post(key, "application/json", "").expect(422);
  }

  @Test
  void aBatchHasAnAnswerForEachLine() {
    String key = door.source("batch");
    String lines = NINJS.replace("\n", "") + "\n\n{\"uri\":\"x\"}\nnonsense\n";

    Answer answer = post(key, "application/x-ndjson", lines).expect(200);

    List<JsonNode> results = answer.body().lines().map(FrontDoor.JSON::readTree).toList();
    assertThat(results).hasSize(3);
    assertThat(results.get(0).path("status").stringValue()).isEqualTo("accepted");
    assertThat(results.get(1).path("status").intValue()).isEqualTo(422);
    assertThat(results.get(1).path("errors").path(0).path("field").stringValue())
        .isEqualTo("headlines");
    assertThat(results.get(2).path("line").intValue()).isEqualTo(3);
    assertThat(door.submitted("batch")).hasSize(1);
  }

  @Test
  void aBatchOfTooManyLinesIsRefusedWhole() {
    String key = door.source("long-batch");

    post(key, "application/x-ndjson", "{}\n".repeat(1001)).expect(422);
    post(key, "application/x-ndjson", "\n").expect(422);

    assertThat(door.submitted("long-batch")).isEmpty();
  }

  @Test
  void anIdempotencyKeyMakesTheSameAnswerAndOneSubmission() {
    String key = door.source("idempotent");

    Answer one = post(key, "application/json", NINJS, "Idempotency-Key", "k1").expect(202);
    Answer two = post(key, "application/json", NINJS, "Idempotency-Key", "k1").expect(202);
    Answer other = post(key, "application/json", NINJS.replace("1", "2"), "Idempotency-Key", "k1");

    assertThat(two.body()).isEqualTo(one.body());
    assertThat(door.submitted("idempotent")).hasSize(1);
    assertThat(other.expect(422).json().path("errors").path(0).path("field").stringValue())
        .isEqualTo("Idempotency-Key");
  }

  @Test
  void aRefusedRequestDoesNotUseUpItsIdempotencyKey() {
    String key = door.source("second-try");

    post(key, "application/json", "{}", "Idempotency-Key", "k1").expect(422);
    post(key, "application/json", NINJS, "Idempotency-Key", "k1").expect(202);
  }

  @Test
  void aWithdrawalGoesTheWayOfItsArticle() {
    String key = door.source("withdraws");
    JsonNode article = post(key, "application/json", NINJS).expect(202).json();

    JsonNode answer =
        withdraw(key, "{\"itemId\":\"bridge-1\",\"action\":\"KILL\",\"note\":\"It was wrong.\"}")
            .expect(202)
            .json();

    assertThat(answer.path("submissionId")).isEqualTo(article.path("submissionId"));
    ArticleSubmitted event = door.submitted("withdraws").getLast();
    assertThat(event.getAction()).isEqualTo(SubmissionAction.KILL);
    assertThat(event.getNote()).contains("It was wrong.");
    withdraw(key, "{\"articleId\":\"urn:uuid:1\",\"action\":\"TAKEDOWN\"}").expect(202);
    assertThat(door.submitted("withdraws"))
        .anyMatch(it -> "urn:uuid:1".equals(it.getAttributes().get("articleId")));
  }

  @Test
  void aWithdrawalOfNothingIsRefused() {
    String key = door.source("withdraws-nothing");

    JsonNode errors = withdraw(key, "{\"action\":\"PUBLISH\"}").expect(422).json().path("errors");

    assertThat(errors.findValuesAsString("field")).containsExactly("action", "itemId");
  }

  @Test
  void aSourceThatIsTooFastIsToldWhenToComeAgain() {
    try (FrontDoor slow =
        FrontDoor.start(
            FrontDoor.postgres().createDatabase(),
            Map.of(
                "syndicate.ingest.http.rate-per-second", "0.1",
                "syndicate.ingest.http.burst", "2"))) {
      String key = slow.source("fast");
      Map<String, String> headers = bearer(key, "Content-Type", "application/json");

      slow.call("POST", "/api/articles", headers, utf8(NINJS)).expect(202);
      slow.call("POST", "/api/articles", headers, utf8(NINJS)).expect(202);
      Answer refused = slow.call("POST", "/api/articles", headers, utf8(NINJS)).expect(429);

      assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
          .isBetween(5L, 10L);
    }
  }

  @Test
  void withoutKafkaNothingIsAccepted() {
    try (FrontDoor alone =
        FrontDoor.start(
            FrontDoor.postgres().createDatabase(),
            Map.of(
                "spring.kafka.bootstrap-servers", "127.0.0.1:1",
                "syndicate.ingest.submission-log.deadline", "300ms"))) {
      String key = alone.source("alone");
      Map<String, String> headers =
          bearer(key, "Content-Type", "application/json", "Idempotency-Key", "k");

      Answer answer = alone.call("POST", "/api/articles", headers, utf8(NINJS)).expect(503);

      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
      assertThat(answer.json().path("title").stringValue()).contains("Nothing was taken");
      alone.call("POST", "/api/articles", headers, utf8(NINJS)).expect(503);
    }
  }

  @Test
  void whatIsNotThereIsAProblemToo() {
    String key = door.source("lost");

    assertThat(call(key, "/api/nowhere", "application/json", "{}").expect(404).json()).isNotEmpty();
    Answer method = door.call("PUT", "/api/articles", bearer(key), utf8("{}")).expect(405);

    assertThat(method.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(method.headers().firstValue("Allow")).contains("POST");
  }

  private Answer withdraw(String key, String body) {
    return call(key, "/api/articles/withdrawals", "application/json", body);
  }

  private Answer post(String key, String type, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", type));
    return door.call("POST", "/api/articles", bearer(key, all.toArray(String[]::new)), utf8(body));
  }

  private Answer call(String key, String path, String type, String body) {
    return door.call("POST", path, bearer(key, "Content-Type", type), utf8(body));
  }
}
