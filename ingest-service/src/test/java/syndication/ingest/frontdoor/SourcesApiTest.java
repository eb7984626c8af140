package syndication.ingest.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.ingest.frontdoor.FrontDoor.bearer;
import static syndication.ingest.frontdoor.FrontDoor.utf8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import syndication.ingest.frontdoor.FrontDoor.Answer;
import tools.jackson.databind.JsonNode;

class SourcesApiTest {

  private static final String SOURCES = "/api/admin/sources";
  private static final String ARTICLE = "{\"uri\":\"a\",\"headlines\":[{\"value\":\"One\"}]}";

  private final FrontDoor door = FrontDoor.shared();

  @Test
  void aSourceIsRegisteredWithItsRightsAndItsKeyIsShownOnce() {
    Answer answer =
        door.operator(
                "POST",
                SOURCES,
                """
                {"id":"harbour","name":"Harbour Times","kind":"API","language":"pt-br",
                 "homepage":"https://harbour.example/",
                 "rights":{"holder":"Harbour Media","syndication":"VERIFY"}}
                """)
            .expect(201);

    assertThat(answer.headers().firstValue("Location")).contains(SOURCES + "/harbour");
    assertThat(answer.json().path("apiKey").stringValue()).matches("sk_harbour_[\\w-]{43}");
    JsonNode source = door.operator("GET", SOURCES + "/harbour", null).expect(200).json();
    assertThat(source.path("language").stringValue()).isEqualTo("pt-BR");
    assertThat(source.path("rights").path("holder").stringValue()).isEqualTo("Harbour Media");
    assertThat(source.path("rights").path("syndication").stringValue()).isEqualTo("VERIFY");
    assertThat(source.path("state").stringValue()).isEqualTo("ACTIVE");
    assertThat(source.toString()).doesNotContain("sk_");
  }

  @Test
  void anIdIsTakenOnce() {
    door.source("taken");

    door.operator("POST", SOURCES, "{\"id\":\"taken\",\"name\":\"Again\",\"kind\":\"API\"}")
        .expect(409);
  }

  @Test
  void everyFieldAtFaultIsNamed() {
    JsonNode errors =
        door.operator(
                "POST",
                SOURCES,
                """
                {"id":"No Spaces","kind":"FEED","homepage":"ftp://x","language":"english!",
                 "rights":{"syndication":"MAYBE"},"poll":{"intervalSeconds":1}}
                """)
            .expect(422)
            .json()
            .path("errors");

    assertThat(errors.findValuesAsString("field"))
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "feedUrl",
            "homepage",
            "language",
            "rights/syndication",
            "poll/intervalSeconds");
    door.operator("POST", SOURCES, "[]").expect(422);
    door.operator("POST", SOURCES, "{").expect(422);
  }

  @Test
  void aSourceIsChangedPausedAndResumed() {
    String key = door.source("changed");

    JsonNode source =
        door.operator(
                "PATCH",
                SOURCES + "/changed",
                "{\"name\":\"New name\",\"state\":\"PAUSED\",\"rights\":{\"notice\":\"(c)\"}}")
            .expect(200)
            .json();

    assertThat(source.path("name").stringValue()).isEqualTo("New name");
    assertThat(source.path("rights").path("notice").stringValue()).isEqualTo("(c)");
    submit(key).expect(403);
    door.operator("PATCH", SOURCES + "/changed", "{\"state\":\"ACTIVE\"}").expect(200);
    submit(key).expect(202);
    door.operator("PATCH", SOURCES + "/changed", "{\"id\":\"other\"}").expect(422);
    door.operator("PATCH", SOURCES + "/unknown", "{}").expect(404);
  }

  @Test
  void anOldKeyGoesOnForAWhileAfterANewOne() {
    String old = door.source("rotated");

    JsonNode answer = door.operator("POST", SOURCES + "/rotated/keys", null).expect(201).json();

    submit(answer.path("apiKey").stringValue()).expect(202);
    submit(old).expect(202);
    assertThat(answer.path("oldKeysUntil").stringValue()).isNotBlank();
  }

  @Test
  void anOldKeyEndsAtTheEndOfItsOverlap() {
    try (FrontDoor strict =
        FrontDoor.start(
            FrontDoor.postgres().createDatabase(),
            Map.of("syndicate.ingest.http.key-overlap", "0s"))) {
      String old = strict.source("strict");

      JsonNode answer = strict.operator("POST", SOURCES + "/strict/keys", null).json();

      assertThat(submit(strict, old).status()).isEqualTo(401);
      assertThat(submit(strict, answer.path("apiKey").stringValue()).status()).isEqualTo(202);
    }
  }

  @Test
  void aDeactivatedSourceIsKeptAndItsKeyEnds() {
    String key = door.source("left");

    door.operator("DELETE", SOURCES + "/left", null).expect(204);

    submit(key).expect(401);
    assertThat(door.operator("GET", SOURCES + "/left", null).json().path("state").stringValue())
        .isEqualTo("DEACTIVATED");
  }

  @Test
  void theListIsReadPageByPage() {
    for (int i = 0; i < 5; i++) {
      door.source("page-" + i);
    }
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          door.operator("GET", SOURCES + "?limit=3&cursor=" + cursor, null).expect(200).json();
      page.path("items").forEach(it -> ids.add(it.path("id").stringValue()));
      cursor = page.path("next").asString("");
    } while (!cursor.isEmpty());

    assertThat(ids).isSorted().doesNotHaveDuplicates().contains("page-0", "page-4");
  }

  @Test
  void withoutATokenOfItsOwnTheServiceHasNoOperator() {
    try (FrontDoor open =
        FrontDoor.start(
            FrontDoor.postgres().createDatabase(), Map.of("syndicate.operator-token", ""))) {
      Answer answer = open.operator("GET", SOURCES, null).expect(503);

      assertThat(answer.json().path("detail").stringValue()).contains("SYNDICATE_OPERATOR_TOKEN");
    }
  }

  @Test
  void aWrongTokenIsRefused() {
    door.call("GET", SOURCES, Map.of(), null).expect(401);
    door.call("GET", SOURCES, bearer("wrong"), null).expect(401);
    door.call("GET", SOURCES, Map.of("Authorization", "Basic " + FrontDoor.OPERATOR), null)
        .expect(401);
    // Another spelling of the path is no way around.
    for (String path :
        List.of("/api//admin/sources", "/api/./admin/sources", "/api/admin;x/sources")) {
      assertThat(door.call("GET", path, Map.of(), null).status()).as(path).isBetween(400, 404);
    }
  }

  private Answer submit(String key) {
    return submit(door, key);
  }

  private static Answer submit(FrontDoor door, String key) {
    return door.call(
        "POST", "/api/articles", bearer(key, "Content-Type", "application/json"), utf8(ARTICLE));
  }
}
