package syndication.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TraceTextTest {

  @Test
  void everyStageIsToldWithItsTimes() throws JsonProcessingException {
    var trace =
        new ObjectMapper()
            .readTree(
                """
                {"articleId":"urn:uuid:1","ingest":{"headline":"Bridge opens","names":
                  [{"kind":"url","value":"https://a.example/1","firstSeenAt":"2026-11-24T11:00:00Z"}],
                 "submissions":[{"receivedAt":"2026-11-24T11:00:00Z","sourceId":"post",
                   "state":"published","revision":1,"identity":["new address"]}],
                 "revisions":[{"revision":1,"kind":"NEW","significance":"MAJOR",
                   "headline":"Bridge opens","receivedAt":"2026-11-24T11:00:00Z",
                   "madeAt":"2026-11-24T11:00:00.040Z","diff":[],
                   "removed":[{"rule":"promo","text":"Sign up"}]}]},
                 "enriched":[{"time":"2026-11-24T11:00:01Z","event":{"revision":1,"language":"en",
                   "enrichedAt":"2026-11-24T11:00:00.090Z","tags":[{"label":"Lisbon"}],
                   "article":{"provenance":{"receivedAt":"2026-11-24T11:00:00Z"}}}}],
                 "publish":{"site":{"revision":1,"kind":"NEW","status":"usable"},"deliveries":[],
                   "receipts":[{"partnerId":"app","eventType":"article.published","revision":1,
                     "state":"delivered","attempts":1,"updatedAt":"2026-11-24T11:00:00.120Z"}]}}
                """);

    String text = String.join("\n", TraceText.lines(trace, Instant.parse("2026-11-24T12:00:00Z")));

    assertThat(text)
        .contains("Bridge opens")
        .contains("https://a.example/1")
        .contains("r1  NEW MAJOR  2026-11-24T11:00:00.040Z  (40 ms after it was received)")
        .contains("dropped     promo Sign up")
        .contains("(90 ms after it was received)")
        .contains("Lisbon")
        .contains("r1  NEW  usable")
        .containsPattern("app +article.published +1 +delivered");
  }
}
