package syndication.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import syndication.ingest.text.TextReader;
import syndication.ingest.text.TextReading;

/// Input that nobody writes in good faith: every one gets an answer, and soon.
class PageHostileInputTest {

  private static final int MUTANTS = 3_000;
  private static final URI ADDRESS = URI.create("https://news.example/a");

  private final PageReader reader = new PageReader();

  @Test
  @Timeout(600)
  void answersForEveryMutantOfEveryFixture() throws IOException {
    var random = new Random(20260304);
    List<String> names = PageFixtureTest.names();
    for (String name : names) {
      byte[] page = PageFixtureTest.resource(name + ".html");
      for (int i = 0; i < MUTANTS / names.size(); i++) {
        byte[] mutant = mutated(page, random);

        assertThat(reader.read(mutant, null, ADDRESS)).isNotNull();
        assertThat(new TextReader().read(new String(mutant, StandardCharsets.UTF_8), null))
            .isNotNull();
      }
    }
  }

  private static byte[] mutated(byte[] page, Random random) {
    byte[] mutant = page.clone();
    int changes = 1 + random.nextInt(20);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(mutant.length);
      switch (random.nextInt(3)) {
        case 0 -> mutant[at] = (byte) random.nextInt(256);
        case 1 -> mutant[at] = (byte) "<>&\"'/!-".charAt(random.nextInt(8));
        default -> {
          int from = random.nextInt(mutant.length);
          int length = Math.min(random.nextInt(200), mutant.length - Math.max(at, from));
          System.arraycopy(page, from, mutant, at, Math.max(0, length));
        }
      }
    }
    return mutant;
  }

  @Test
  @Timeout(300)
  void answersForDeepNesting() {
    read("<div>".repeat(200_000) + "Words at the bottom of a very deep page.");
    read("<ul><li>".repeat(50_000) + "Words");
    read("<b><a href=x><i>".repeat(30_000) + "Words");
    read("<table><tr><td>".repeat(20_000) + "Words");
    read("<blockquote>".repeat(50_000) + "<p>Words");
  }

  @Test
  @Timeout(300)
  void answersForFiveMegabytesInOneLine() {
    read("<p>" + "word, ".repeat(850_000) + "</p>");
    read("<p>" + "x".repeat(5_000_000));
    read("<p>" + "&amp;".repeat(1_000_000));
  }

  @Test
  @Timeout(300)
  void answersForManyParagraphsAndCells() {
    read("<p>One short paragraph after the other, without any end.</p>".repeat(60_000));
    read("<table>" + "<tr><td>a</td><td>b</td></tr>".repeat(60_000) + "</table>");
    read("<ul>" + "<li>an item of a list</li>".repeat(60_000) + "</ul>");
    read("<h2>a heading</h2>".repeat(60_000));
    read("<div class=related>a</div>".repeat(60_000));
  }

  @Test
  @Timeout(300)
  void answersForTextOfOneMillionCharacterLine() {
    var reading = new TextReader().read("Read more: ".repeat(100_000), null);

    assertThat(reading).isInstanceOf(TextReading.Read.class);
  }

  private void read(String html) {
    byte[] page = html.getBytes(StandardCharsets.UTF_8);

    assertThat(reader.read(page, "text/html", ADDRESS)).isNotNull();
    assertThat(new FragmentReader().read(html, ADDRESS)).isNotNull();
  }
}
