package syndication.publish.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.kafka.EnrichedTranslator;
import syndication.schema.RevisionKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NinjsDocumentTest {

  private static final String ID = "urn:uuid:00000000-0000-4000-8000-000000000001";
  private static final JsonMapper JSON = new JsonMapper();

  private static String document(RevisionKind kind) {
    return new String(
        NinjsDocument.of(EnrichedTranslator.article(EnrichedEvents.event(ID, 2, kind))),
        StandardCharsets.UTF_8);
  }

  @Test
  void aPartnerFindsWhatItNeeds() {
    JsonNode it = JSON.readTree(document(RevisionKind.CORRECTION));

    assertThat(it.path("uri").asString()).isEqualTo(ID);
    assertThat(it.path("version").asString()).isEqualTo("2");
    assertThat(it.path("pubStatus").asString()).isEqualTo("usable");
    assertThat(it.path("bodies").size()).isEqualTo(2);
    assertThat(it.path("descriptions").path(0).path("role").asString()).isEqualTo("summary");
    assertThat(it.path("people").path(0).path("name").asString()).isEqualTo("Ada Marsh");
    assertThat(it.path("events").path(0).path("name").asString()).isEqualTo("Regatta 2026");
    assertThat(it.path("subjects").path(0).path("uri").asString())
        .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/20000570");
    assertThat(it.path("infoSources").path(1).path("name").asString()).isEqualTo("Coast Wire");
    assertThat(it.path("altIds").path(0).path("value").asString())
        .isEqualTo("https://news.example/harbour");
    assertThat(it.path("altIds").path(1).path("value").asString()).isEqualTo("CORRECTION");
  }

  @Test
  void whatIsWithdrawnHasNoBodyNoTagsAndNoSummary() {
    JsonNode it = JSON.readTree(document(RevisionKind.KILL));

    assertThat(it.path("pubStatus").asString()).isEqualTo("canceled");
    assertThat(it.has("bodies")).isFalse();
    assertThat(it.has("people")).isFalse();
    assertThat(it.has("descriptions")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(RevisionKind.class)
  void everyDocumentIsValidAgainstTheSchema(RevisionKind kind) throws IOException {
    assertThat(errors(document(kind))).isEmpty();
  }

  @Test
  void aWithdrawalNoticeIsValidAgainstTheSchema() throws IOException {
    var notice =
        new WithdrawalNotice(
            ID,
            3,
            "WITHHOLD",
            true,
            "harbour-news",
            "Harbour opens",
            "Legal complaint",
            "This story was withheld.",
            List.of("https://news.example/harbour"),
            Instant.parse("2026-03-04T10:00:00Z"));
    String document = new String(notice.document(), StandardCharsets.UTF_8);

    assertThat(errors(document)).isEmpty();
    assertThat(JSON.readTree(document).path("pubStatus").asString()).isEqualTo("withheld");
  }

  @Test
  void theCheckSeesAPropertyThatNinjsDoesNotKnow() throws IOException {
    assertThat(errors("{\"uri\":\"urn:x\",\"kind\":\"NEW\"}")).isNotEmpty();
  }

  private static List<Error> errors(String document) throws IOException {
    Path file = schemaFile();
    assumeTrue(
        file != null, "no ninjs schema: set SYNDICATE_SHARED to the folder with corpora/ninjs");
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            it ->
                it.schemas(
                    Map.of("https://geojson.org/schema/GeoJSON.json", "{\"type\":\"object\"}")));
    Schema schema =
        registry.getSchema(
            Files.readString(java.util.Objects.requireNonNull(file)), InputFormat.JSON);
    return schema.validate(document, InputFormat.JSON);
  }

  private static @Nullable Path schemaFile() {
    String name = "corpora/ninjs/ninjs-schema_3.1.json";
    String stated = System.getProperty("SYNDICATE_SHARED", System.getenv("SYNDICATE_SHARED"));
    if (stated != null && Files.exists(Path.of(stated, name))) {
      return Path.of(stated, name);
    }
    for (Path it = Path.of("").toAbsolutePath(); it != null; it = it.getParent()) {
      Path candidate = it.resolve("shared").resolve(name);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
