package syndication.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.LocalPartner.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import syndication.publish.kafka.EnrichedEvents;
import syndication.schema.RevisionKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The operators' API over HTTP, with the service behind it.
class OperatorApiEdgeTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static RunningService service;
  private static HttpClient client;

  @BeforeAll
  static void start() {
    service = RunningService.start();
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    service.close();
  }

  private record Answer(int status, String contentType, JsonNode body) {}

  private static Answer call(String method, String path, String body) throws Exception {
    return call(method, path, body, "test-token");
  }

  private static Answer call(String method, String path, String body, String token)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + service.port() + "/api/admin" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                    method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
  }

  private static JsonNode subscribe(String partnerId, LocalPartner partner, String source)
      throws Exception {
    assertThat(
            call("POST", "/partners", "{\"id\":\"%s\",\"name\":\"N\"}".formatted(partnerId))
                .status())
        .isEqualTo(201);
    Answer answer =
        call(
            "POST",
            "/partners/" + partnerId + "/subscriptions",
            "{\"endpoint\":\"%s\",\"filter\":{\"sources\":[\"%s\"]}}"
                .formatted(partner.endpoint(), source));
    assertThat(answer.status()).isEqualTo(201);
    return answer.body();
  }

  @Test
  void withoutTheTokenNobodyIsLetIn() throws Exception {
    Answer answer = call("GET", "/partners", "", "wrong");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void aSubscriptionShowsItsSecretOnceAndNeverAgain() throws Exception {
    try (var partner = new LocalPartner()) {
      JsonNode created = subscribe("p-once", partner, "s-once");

      assertThat(created.path("secret").asString()).startsWith("whsec_");
      Answer again = call("GET", "/subscriptions/" + created.path("id").asString(), "");
      assertThat(again.body().has("secret")).isFalse();
      assertThat(again.body().path("state").asString()).isEqualTo("active");
      assertThat(again.body().path("filter").path("sources").path(0).asString())
          .isEqualTo("s-once");
    }
  }

  @Test
  void anEndpointInsideOurNetworkIsRefusedWithTheFieldNamed() throws Exception {
    call("POST", "/partners", "{\"id\":\"p-inside\"}");

    Answer answer =
        call(
            "POST",
            "/partners/p-inside/subscriptions",
            "{\"endpoint\":\"http://169.254.169.254/latest/meta-data\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").path(0).path("field").asString()).isEqualTo("endpoint");
    assertThat(answer.body().path("detail").asString()).contains("cloud metadata");
  }

  @Test
  void aFilterThatNoArticleCanMatchIsRefused() throws Exception {
    call("POST", "/partners", "{\"id\":\"p-filter\"}");

    for (String filter : new String[] {"\"rights\":[\"FREE\"]", "\"languages\":[\"en_GB\"]"}) {
      Answer answer =
          call(
              "POST",
              "/partners/p-filter/subscriptions",
              "{\"endpoint\":\"http://127.0.0.1:9/\",\"filter\":{%s}}".formatted(filter));

      assertThat(answer.status()).as(filter).isEqualTo(422);
      assertThat(answer.body().path("errors").path(0).path("field").asString())
          .startsWith("filter.");
    }
  }

  @Test
  void whatCannotBeReadIsNamedInTheCallersWords() throws Exception {
    call("POST", "/partners", "{\"id\":\"p-words\"}");

    Answer time = call("POST", "/subscriptions/any/replay", "{\"since\":\"yesterday\"}");
    Answer text = call("POST", "/partners", "{bad");

    assertThat(time.status()).isEqualTo(400);
    assertThat(time.body().path("detail").asString())
        .isEqualTo("since: yesterday (expected: a time such as 2026-01-31T08:00:00Z)");
    assertThat(text.body().path("detail").asString()).startsWith("body: ").doesNotContain("java");
  }

  @Test
  void aCallThatIsNotThereIsAProblemToo() throws Exception {
    Answer nowhere = call("GET", "/partnerz", "");
    Answer method = call("PUT", "/partners", "{}");

    assertThat(nowhere.status()).isEqualTo(404);
    assertThat(nowhere.contentType()).startsWith("application/problem+json");
    assertThat(nowhere.body().path("detail").asString()).contains("GET /api/admin/partnerz");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.contentType()).startsWith("application/problem+json");
  }

  @Test
  void aTestEventSaysWhatThePartnerAnswered() throws Exception {
    try (var partner = new LocalPartner()) {
      String id = subscribe("p-test", partner, "s-test").path("id").asString();

      Answer answer = call("POST", "/subscriptions/" + id + "/test", "{}");

      assertThat(answer.body().path("outcome").asString()).isEqualTo("delivered");
      assertThat(partner.received().getFirst().type()).isEqualTo("endpoint.test");
    }
  }

  @Test
  void afterARotationBothSecretsSignForADay() throws Exception {
    try (var partner = new LocalPartner()) {
      JsonNode created = subscribe("p-rotate", partner, "s-rotate");
      String id = created.path("id").asString();

      Answer rotated = call("POST", "/subscriptions/" + id + "/rotate-secret", "{}");
      call("POST", "/subscriptions/" + id + "/test", "{}");

      assertThat(rotated.body().path("secret").asString())
          .startsWith("whsec_")
          .isNotEqualTo(created.path("secret").asString());
      assertThat(partner.received().getFirst().headers())
          .hasEntrySatisfying("webhook-signature", it -> assertThat(it.split(" ")).hasSize(2));
    }
  }

  @Test
  void aReplaySendsNothingThePartnerHasAndWhatItLacks() throws Exception {
    try (var partner = new LocalPartner()) {
      String id = subscribe("p-replay", partner, "s-replay").path("id").asString();
      String has = RunningService.articleId();
      String lacks = RunningService.articleId();
      for (String it : new String[] {has, lacks}) {
        service.produce(EnrichedEvents.event(it, 1, RevisionKind.NEW, "s-replay").build());
      }
      await("both", () -> partner.received().size() == 2);
      await(
          "receipts",
          () ->
              Long.valueOf(2)
                  .equals(
                      service
                          .jdbc()
                          .queryForObject(
                              "select count(*) from receipts where subscription_id = ?",
                              Long.class,
                              id)));
      service
          .jdbc()
          .update("delete from receipts where subscription_id = ? and article_id = ?", id, lacks);
      service.restart();

      Answer dry = call("POST", "/subscriptions/" + id + "/replay", "{\"dryRun\":true}");
      assertThat(dry.body().path("state").asString()).isEqualTo("DONE");
      assertThat(dry.body().path("sent").asInt()).isEqualTo(1);
      Answer wet = call("POST", "/subscriptions/" + id + "/replay", "{}");
      assertThat(wet.body().path("sent").asInt()).isEqualTo(1);
      await("third", () -> partner.received().size() == 3);

      assertThat(partner.of(has)).hasSize(1);
      assertThat(partner.of(lacks)).hasSize(2);
    }
  }

  @Test
  void aDeliveryThatWasTakenCanBeSentAgainAndTheTraceShowsIt() throws Exception {
    try (var partner = new LocalPartner()) {
      subscribe("p-resend", partner, "s-resend");
      String article = RunningService.articleId();
      service.produce(EnrichedEvents.event(article, 1, RevisionKind.NEW, "s-resend").build());
      await("delivered", () -> partner.received().size() == 1);
      String delivery = partner.received().getFirst().id();
      await(
          "receipt",
          () -> {
            try {
              return call("GET", "/deliveries/" + delivery, "").status() == 200;
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          });

      assertThat(call("POST", "/deliveries/" + delivery + "/resend", "{}").status()).isEqualTo(202);
      await("again", () -> partner.received().size() == 2);

      assertThat(partner.received().getLast().id()).isEqualTo(delivery);
      Answer trace = call("GET", "/articles/" + article, "");
      assertThat(trace.body().path("receipts").path(0).path("deliveryId").asString())
          .isEqualTo(delivery);
      assertThat(trace.body().path("receipts").path(0).path("partnerId").asString())
          .isEqualTo("p-resend");
    }
  }

  @Test
  void mistakesNameTheField() throws Exception {
    call("POST", "/partners", "{\"id\":\"p-mistake\"}");

    assertThat(call("POST", "/partners", "{\"id\":\"Not An Id\"}").body().path("errors"))
        .singleElement()
        .satisfies(it -> assertThat(it.path("field").asString()).isEqualTo("id"));
    assertThat(call("POST", "/partners", "{\"id\":\"p-mistake\"}").status()).isEqualTo(409);
    assertThat(call("GET", "/partners/nobody", "").status()).isEqualTo(404);
    assertThat(call("GET", "/deliveries?state=strange", "").status()).isEqualTo(422);
    assertThat(call("POST", "/partners", "{").status()).isEqualTo(400);
  }
}
