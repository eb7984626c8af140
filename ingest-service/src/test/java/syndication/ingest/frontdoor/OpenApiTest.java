package syndication.ingest.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.ingest.frontdoor.FrontDoor.bearer;
import static syndication.ingest.frontdoor.FrontDoor.utf8;

import java.util.Map;
import org.junit.jupiter.api.Test;
import syndication.ingest.OpenApi;
import syndication.ingest.frontdoor.FrontDoor.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OpenApiTest {

  private final FrontDoor door = FrontDoor.shared();
  private final JsonNode document =
      door.call("GET", "/openapi.json", Map.of(), null).expect(200).json();

  @Test
  void everyReferenceLeadsSomewhere() {
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.stringValue().substring(1);
      assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
  }

  @Test
  void theExamplesFitTheirSchemasAndAreTaken() {
    String key = door.source("described");
    JsonNode article = example("/api/articles", "post");
    JsonNode withdrawal = example("/api/articles/withdrawals", "post");
    JsonNode source = example("/api/admin/sources", "post");

    assertFits("Ninjs", article);
    assertFits("Withdrawal", withdrawal);
    assertFits("NewSource", source);
    assertFits("Accepted", send(key, "POST", "/api/articles", article, 202));
    assertFits("Accepted", send(key, "POST", "/api/articles/withdrawals", withdrawal, 202));
    assertFits("Registered", send(FrontDoor.OPERATOR, "POST", "/api/admin/sources", source, 201));
    String path = "/api/admin/sources/" + source.path("id").stringValue();
    JsonNode change = example("/api/admin/sources/{id}", "patch");
    assertFits("SourceChange", change);
    assertFits("Source", send(FrontDoor.OPERATOR, "PATCH", path, change, 200));
    JsonNode trial = example("/api/admin/sources/test", "post");
    assertFits("TrialRequest", trial);
    assertFits("Trial", send(FrontDoor.OPERATOR, "POST", "/api/admin/sources/test", trial, 200));
  }

  @Test
  void theAnswersFitTheirSchemas() {
    String key = door.source("answers");
    try (var origin = new Origin()) {
      origin.answers("/feed", Origin.Reply.feed(Origin.rss(Origin.item("a", "One", ""))));
      ObjectNode source =
          FrontDoor.JSON.createObjectNode().put("id", "answers-feed").put("name", "Feed");
      source.put("kind", "FEED").put("feedUrl", origin.address("/feed"));
      String path = "/api/admin/sources";

      assertFits("Registered", send(FrontDoor.OPERATOR, "POST", path, source, 201));
      assertFits(
          "Polled", send(FrontDoor.OPERATOR, "POST", path + "/answers-feed/poll", null, 200));
      assertFits("Source", send(FrontDoor.OPERATOR, "GET", path + "/answers-feed", null, 200));
      assertFits("Sources", send(FrontDoor.OPERATOR, "GET", path, null, 200));
      assertFits("NewKey", send(FrontDoor.OPERATOR, "POST", path + "/answers/keys", null, 201));
      assertFits("Problem", send(FrontDoor.OPERATOR, "GET", path + "/nobody", null, 404));
      assertFits("Problem", send(FrontDoor.OPERATOR, "POST", path + "/answers/poll", null, 409));
      assertFits("Problem", send("nobody", "GET", path, null, 401));
      JsonNode empty = FrontDoor.JSON.createObjectNode();
      assertFits("Problem", send(key, "POST", "/api/articles", empty, 422));
      Answer batch =
          door.call(
              "POST",
              "/api/articles",
              bearer(key, "Content-Type", "application/x-ndjson"),
              utf8(example("/api/articles", "post") + "\n{}\n"));
      batch.body().lines().forEach(it -> assertFits("BatchLine", FrontDoor.JSON.readTree(it)));
    }
  }

  private JsonNode example(String path, String method) {
    JsonNode content =
        document
            .path("paths")
            .path(path)
            .path(method)
            .path("requestBody")
            .path("content")
            .path("application/json");
    assertThat(content.has("example")).as(method + " " + path).isTrue();
    return content.path("example");
  }

  private JsonNode send(
      String token,
      String method,
      String path,
      @org.jspecify.annotations.Nullable JsonNode body,
      int status) {
    return door.call(
            method,
            path,
            bearer(token, "Content-Type", "application/json"),
            body == null ? null : utf8(body.toString()))
        .expect(status)
        .json();
  }

  private void assertFits(String schema, JsonNode value) {
    new OpenApi(document).assertFits(schema, value);
  }
}
