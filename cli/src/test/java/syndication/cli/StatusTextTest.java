package syndication.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusTextTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void whatIsNotWellIsNamed() throws JsonProcessingException {
    var status =
        new ObjectMapper()
            .readTree(
                """
                {"processes":[{"name":"broker","port":9092,"running":true,"pid":12,"memoryBytes":
                   104857600,"since":"2026-11-24T11:59:00Z","healthy":true,"health":"ready"},
                  {"name":"ingest-service","port":8081,"running":false,"health":"not running"}],
                 "topics":[{"name":"articles.revised","partitions":6,"records":12,"lastMinute":2,
                   "lag":{"enrich":3}},{"name":"articles.revised.dlt","partitions":1,"records":0}],
                 "counts":[{"sourceId":"post","received":5,"published":3,"unchanged":1,
                   "quarantined":1,"balanced":true}],
                 "partners":[{"id":"app","state":"active"}],
                 "deliveries":{"items":[{"partnerId":"app","delivered":2,"parked":1},
                   {"partnerId":"app","delivered":3},{"partnerId":"other","delivered":9}]},
                 "well":false,"problems":["ingest-service: not running"]}
                """);

    String text = String.join("\n", StatusText.lines(status, NOW));

    assertThat(text)
        .containsPattern("broker +9092 +12 +100 MB +60.0 s|1 min +ready")
        .containsPattern("articles.revised +12 +2 +enrich 3")
        .doesNotContain(".dlt")
        .containsPattern("post +5 +3 +1 +0 +1 +0 +0 +yes")
        .containsPattern("app +active +5 +0 +1 +0 +0")
        .contains("Not well:\n  ingest-service: not running");
  }
}
