package syndication.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a page puts around and between the paragraphs of a story, all of them stay, in order;
/// and what was read once is not changed by reading it again.
class CleanStoryPropertyTest {

  private static final int CASES = 300;

  private static final List<String> HEADLINES =
      List.of(
          "Council approves new tram line despite protests",
          "Fischer finden Wrack eines Seglers vor Rügen",
          "El museo recupera un lienzo perdido hace un siglo",
          "Ferry firm blamed for year of delays");

  private static final List<String> PARAGRAPHS =
      List.of(
          "The new line will connect the university with the harbour by 2031, and it will cost the"
              + " city 410 million euros over the next five years, officials said.",
          "Residents of the old town fear years of noise.",
          "“We were never asked,” said Ana Costa, who runs a shop by the old gate.",
          "Work begins in March.",
          "By Friday evening more than nine thousand people had signed a petition against the"
              + " plan.",
          "The source of the money is not clear: a third of it was promised by the region.",
          "Subscribers to the old season ticket keep their price until the line opens, the operator"
              + " said in a statement on Monday.",
          "He asked readers of the paper to share this story with their neighbours, and many did.",
          "Cookies and other sweets were sold at the fair, where the mayor accepted a prize for the"
              + " best recipe in the county.",
          "“Follow us,” the guide had shouted, and the children ran after her into the tunnel.",
          "Am Montag begann die Bergung, wie die Behörde mitteilte. Sie soll drei Wochen dauern.",
          "La obra, de 1641, se vendió por 210.000 euros, según explicó la directora del museo.",
          "Image rights will be decided by the court in June, lawyers for both sides told"
              + " reporters.",
          "More on this will be said at the next meeting, which is open to the public.",
          "La policía sigue con nuestro caso y recibe cada noche mensajes de WhatsApp, dijo la"
              + " madre.",
          "Fans who follow her on Instagram had queued since dawn.",
          "Copyright was what they quarrelled about on the second evening.",
          "If you liked this work, the foreman said, you had never done it in the rain.",
          "Get there early: the newsletter of the parish says that the gates open at six.");

  private static final List<String> HEAD =
      List.of(
          "Select Page",
          "Skip to content",
          "Menu",
          "Home",
          "Search",
          "Home » News » City",
          "Daily Planet",
          "Politics",
          "Sign in",
          "Advertisement",
          "By Jane Doe",
          "Nov 24, 2026 | City | 0 comments",
          "4 min read",
          "Share on Facebook");

  private static final List<String> BETWEEN =
      List.of(
          "Advertisement",
          "08:15 GMT",
          "Share this article",
          "Sign up to our free newsletter and get the day's stories in your inbox.",
          "Read more: Ten things to do this winter",
          "Photo: Dana Whitlock/Planet",
          "A tram in the depot. Photograph: Dana Whitlock/Planet");

  private static final List<String> TAIL =
      List.of(
          "Share this:",
          "Facebook Twitter WhatsApp",
          "Source link",
          "© 2026 Daily Planet",
          "Tags: trams, city",
          "Leave a Reply",
          "Related Posts",
          "Read the full story below:");

  @ParameterizedTest
  @MethodSource("pages")
  void keepsEveryParagraphOfTheStoryAndOnlyThese(Page page) {
    TextArticle article = read(String.join("\n", page.lines()));

    assertThat(article.title()).isEqualTo(page.title());
    assertThat(article.body().text().lines().toList()).isEqualTo(page.story());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void changesNothingWhenItReadsItsOwnResult(Page page) {
    TextArticle once = read(String.join("\n", page.lines()));
    TextArticle twice = read(once.title() + "\n" + once.body().text());

    assertThat(twice.title()).isEqualTo(once.title());
    assertThat(twice.body().text()).isEqualTo(once.body().text());
  }

  private static TextArticle read(String text) {
    TextReading reading = new TextReader().read(text, null);
    assertThat(reading).isInstanceOf(TextReading.Read.class);
    return ((TextReading.Read) reading).article();
  }

  private static Stream<Page> pages() {
    return IntStream.range(0, CASES).mapToObj(CleanStoryPropertyTest::page);
  }

  private static Page page(int seed) {
    var random = new Random(seed);
    String title = HEADLINES.get(random.nextInt(HEADLINES.size()));
    List<String> story = new ArrayList<>(PARAGRAPHS);
    Collections.shuffle(story, random);
    story = new ArrayList<>(story.subList(0, 3 + random.nextInt(6)));
    var lines = new ArrayList<String>(some(HEAD.subList(0, 10), random));
    lines.add(title);
    if (random.nextBoolean()) {
      lines.add(title);
    }
    lines.addAll(some(HEAD.subList(9, HEAD.size()), random));
    for (String paragraph : story) {
      lines.add(paragraph);
      if (random.nextInt(4) == 0) {
        lines.add(BETWEEN.get(random.nextInt(BETWEEN.size())));
      }
    }
    lines.addAll(some(TAIL, random));
    return new Page(title, story, lines);
  }

  private static List<String> some(List<String> of, Random random) {
    return of.stream().filter(_ -> random.nextBoolean()).toList();
  }

  record Page(String title, List<String> story, List<String> lines) {}
}
