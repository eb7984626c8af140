package syndication.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import syndication.ingest.text.TextArticle;
import syndication.ingest.text.TextReader;
import syndication.ingest.text.TextReading;

/// What must hold for any story: no paragraph is lost, and cleaning twice changes nothing.
class PageStoryPropertyTest {

  private static final int STORIES = 400;
  private static final String[] WORDS =
      ("council bridge winter engineers reported that the a of in by via source share read more"
              + " related subscribe newsletter comments about author photo live updated follow sign"
              + " up menu search home tags correction editor note next story full below link time")
          .split(" ", -1);
  private static final String[] TRAPS = {
    "Related", "Source", "Via", "By", "Read", "More", "Share", "Subscribers", "Follow", "Sign",
    "Comments", "Tags", "Author", "Copyright", "Photo", "Next", "Join", "Kommentare", "Quelle",
    "Fuente", "Von", "Par", "Stand", "Page", "Published", "Updated", "“Subscribe", "Watch", "Home",
    "Topic", "Also", "Editor", "Recommended", "Trending", "Leave", "Contact"
  };
  private static final String[] SHORT = {
    "was the last word he heard.",
    "and wind kept the boats in harbour all week, as the mayor had feared.",
    "is what she called it, and nobody asked why?",
    "were found on the floor in 1998.",
    "for a friend: that is how it began, said Ana Brandt."
  };
  private static final String[] NOISE = {
    "Select Page",
    "Share this:",
    "Facebook Twitter LinkedIn",
    "Advertisement",
    "Sign up for our newsletter and never miss a story in your inbox.",
    "Source link",
    "Editor's note: This is a note.",
    "14.20",
    "Read more: Another headline of the day"
  };

  private final Random random = new Random(31);

  @Test
  void noParagraphOfAPlainStoryIsLostFromText() {
    for (int i = 0; i < STORIES; i++) {
      List<String> story = story();

      TextArticle article = read("A headline about the bridge\n" + String.join("\n", story));

      assertThat(article.body().text().lines().toList()).isEqualTo(story);
    }
  }

  @Test
  void noShortSentenceIsLostWhateverItBeginsWith() {
    for (int i = 0; i < STORIES; i++) {
      var story = new ArrayList<String>();
      story.add(paragraph());
      for (int j = 0; j < 4; j++) {
        story.add(TRAPS[random.nextInt(TRAPS.length)] + ' ' + SHORT[random.nextInt(SHORT.length)]);
        story.add(paragraph());
      }

      TextArticle article = read("A headline about the bridge\n" + String.join("\n", story));

      assertThat(article.body().text().lines().toList()).isEqualTo(story);
    }
  }

  @Test
  void noParagraphOfAPlainStoryIsLostFromAFragment() {
    for (int i = 0; i < STORIES; i++) {
      List<String> story = story();

      var fragment = new FragmentReader().read(html(story), null);

      assertThat(fragment.body().text().lines().toList()).isEqualTo(story);
    }
  }

  @Test
  void noParagraphOfAPlainStoryIsLostFromAPage() {
    for (int i = 0; i < STORIES; i++) {
      List<String> story = story();
      String page =
          "<title>A headline about the bridge</title><nav><a href=/>Home</a></nav><main>"
              + "<h1>A headline about the bridge</h1>"
              + html(story)
              + "</main><footer>© us</footer>";

      PageReading reading =
          new PageReader().read(page.getBytes(StandardCharsets.UTF_8), null, null);

      assertThat(((PageReading.Read) reading).article().body().text().lines().toList())
          .isEqualTo(story);
    }
  }

  @Test
  void cleaningTwiceChangesNothing() {
    for (int i = 0; i < STORIES; i++) {
      var lines = new ArrayList<>(story());
      for (int j = 0; j < 5; j++) {
        lines.add(random.nextInt(lines.size() + 1), NOISE[random.nextInt(NOISE.length)]);
      }
      String title = "A headline about the bridge\n";

      String once = read(title + String.join("\n", lines)).body().text();

      assertThat(read(title + once).body().text()).isEqualTo(once);
      String fragment = new FragmentReader().read(html(lines), null).body().html();
      assertThat(new FragmentReader().read(fragment, null).body().html()).isEqualTo(fragment);
    }
  }

  private static TextArticle read(String text) {
    return ((TextReading.Read) new TextReader().read(text, null)).article();
  }

  private List<String> story() {
    var story = new ArrayList<String>();
    int paragraphs = 2 + random.nextInt(8);
    for (int i = 0; i < paragraphs; i++) {
      story.add(paragraph());
    }
    return story;
  }

  private String paragraph() {
    var words = new StringBuilder("The");
    int count = 16 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      words.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return words.append('.').toString();
  }

  private static String html(List<String> story) {
    return "<p>" + String.join("</p><p>", story) + "</p>";
  }
}
