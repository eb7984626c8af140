package syndication.ingest.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import syndication.ingest.page.FragmentReader;

class NinjsTextsTest {

  private final NinjsReader reader = new NinjsReader(new FragmentReader());

  @ParameterizedTest
  @CsvSource({
    "'A <b>new</b> bridge', 'A new bridge'",
    "'A bridge<script>alert(1)</script> opens', 'A bridge opens'",
    "'A bridge opens<STYLE type=x>p {}', 'A bridge opens'",
    "'3 < 4, and the bridge opens', '3 < 4, and the bridge opens'"
  })
  void aHeadlineIsItsWordsWithoutMarkupAndCode(String stated, String headline) {
    assertThat(headline(stated)).isEqualTo(headline);
  }

  @Test
  void aHeadlineOfCodeAloneIsNone() {
    assertThat(read("<script>alert(1)</script>")).isInstanceOf(NinjsReading.Faulty.class);
  }

  private String headline(String stated) {
    return read(stated) instanceof NinjsReading.Read it ? String.valueOf(it.article().title()) : "";
  }

  private NinjsReading read(String headline) {
    String json = "{\"uri\": \"n1\", \"headlines\": [{\"value\": \"" + headline + "\"}]}";
    return reader.read(json.getBytes(StandardCharsets.UTF_8), null);
  }
}
