package syndication.ingest.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the headline among the lines that stand before a story: the one that is repeated, else the
/// one whose words the story uses most.
final class Headline {

  private static final int CHARS_MIN = 12;
  private static final int CHARS_MAX = 200;

  /// Six ideographs say as much.
  private static final int WIDE_MIN = 18;

  /// The title stands before the story; further down, short lines are section headings.
  private static final int LINES_MAX = 80;

  /// Characters of the story that are looked at.
  private static final int STORY_CHARS_MAX = 20_000;

  /// Shorter words are in every text.
  private static final int WORD_CHARS_MIN = 4;

  private static final int WORDS_MIN = 4;

  /// A later line is the headline only if the story uses this much more of it.
  private static final double CLEARLY_MORE = 0.2;

  private Headline() {}

  /// @return its index, or -1 when the text begins with its story
  static int find(List<Line> lines) {
    int story = begins(lines, Headline::isStory);
    for (int i = 0; i < story; i++) {
      if (couldBe(lines.get(i).text()) && !isContents(lines, i)) {
        int again = repeated(lines, i, story);
        if (again > i) {
          return i > 0 && AfterStory.opens(lines.get(i - 1).text()) ? again : i;
        }
      }
    }
    // Of a site's own words some are sentences, so that a headline may yet come after them.
    int sentence = begins(lines, it -> isSentence(it.text()));
    int found = best(lines, Math.min(sentence, story));
    return found >= 0 ? found : best(lines, story);
  }

  private static int begins(List<Line> lines, Predicate<Line> story) {
    int end = Math.min(lines.size(), LINES_MAX);
    for (int i = 0; i < end; i++) {
      if (story.test(lines.get(i))) {
        return i;
      }
    }
    return end;
  }

  private static boolean isStory(Line line) {
    boolean told = StoryLines.isStory(line) || line.text().length() > 2 * CHARS_MAX;
    return told && !Solicitations.isCookieNotice(line.text());
  }

  private static boolean isSentence(String text) {
    return LineRules.endsSentence(text)
        && (text.split("\\s+", -1).length >= WORDS_MIN || Widths.isWide(text))
        && !Solicitations.isCookieNotice(text);
  }

  private static int best(List<Line> lines, int end) {
    Set<String> story = words(lines, end);
    int best = -1;
    double most = -1;
    for (int i = 0; i < end; i++) {
      String text = lines.get(i).text();
      boolean post = best >= 0 && LineRules.isClock(lines.get(i - 1).text());
      double share = couldBe(text) && !post && !isContents(lines, i) ? shared(text, story) : -1;
      if (share > most + (best < 0 ? 0 : CLEARLY_MORE)) {
        best = i;
        most = share;
      }
    }
    return best;
  }

  /// @return index of the first line that repeats it before the story, or -1
  private static int repeated(List<Line> lines, int at, int end) {
    String title = lines.get(at).text();
    for (int i = at + 1; i < Math.min(lines.size(), end + 1); i++) {
      if (Titles.repeats(lines.get(i).text(), title)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether it and a line beside it both stand over parts of the story further down.
  private static boolean isContents(List<Line> lines, int at) {
    int here = again(lines, at);
    if (here < 0) {
      return false;
    }
    int before = at > 0 ? again(lines, at - 1) : -1;
    int after = again(lines, at + 1);
    return (before >= 0 && here - before > 1) || (after >= 0 && after - here > 1);
  }

  private static int again(List<Line> lines, int at) {
    if (at >= lines.size() || ThemeWords.isTheme(lines.get(at).text())) {
      return -1;
    }
    for (int i = at + 1; i < Math.min(lines.size(), at + LINES_MAX); i++) {
      if (lines.get(i).text().equals(lines.get(at).text())) {
        return i;
      }
    }
    return -1;
  }

  private static Set<String> words(List<Line> lines, int from) {
    var words = new HashSet<String>();
    int chars = 0;
    for (int i = from; i < lines.size() && chars < STORY_CHARS_MAX; i++) {
      String text = lines.get(i).text();
      if (LineRules.endsSentence(text)) {
        chars += text.length();
        addWords(
            words, text.length() > STORY_CHARS_MAX ? text.substring(0, STORY_CHARS_MAX) : text);
      }
    }
    return words;
  }

  private static void addWords(Set<String> words, String text) {
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (Widths.isWide(word)) {
        for (int i = 0; i + 2 <= word.length(); i++) {
          words.add(word.substring(i, i + 2));
        }
      } else if (word.length() >= WORD_CHARS_MIN) {
        words.add(word);
      }
    }
  }

  /// Share of a line's words that the story uses; less for lines too short to be a headline.
  private static double shared(String text, Set<String> story) {
    var words = new HashSet<String>();
    addWords(words, text);
    long known = words.stream().filter(story::contains).count();
    double share = words.isEmpty() ? 0 : (double) known / words.size();
    boolean brief = text.split("\\s+", -1).length < WORDS_MIN && !Widths.isWide(text);
    return brief ? share / 2 - 0.5 : share;
  }

  private static boolean couldBe(String text) {
    return Widths.of(text) >= (Widths.isWide(text) ? WIDE_MIN : CHARS_MIN)
        && text.length() <= CHARS_MAX
        && (text.indexOf(' ') > 0 || Widths.isWide(text))
        && !text.endsWith(".")
        && !text.endsWith("。")
        && !ThemeWords.isTheme(text)
        && HeadLines.rule(Line.plain(text), null) == null
        && !LineRules.isShare(text)
        && !LineRules.isStamp(text)
        && MetaLines.read(text) == null
        && !Solicitations.isPromo(text)
        && !Solicitations.isCookieNotice(text)
        && !LineRules.isNote(text)
        && !LineRules.isBreadcrumb(text)
        && !Captions.isCaption(text)
        && !Solicitations.isPaywall(text)
        && !Solicitations.isAffiliate(text)
        && LineRules.edgeRule(text) == null
        && Pointers.headlineOnLine(text) == null
        && !Pointers.announcesHeadline(text)
        && Pointers.source(Line.plain(text)) == null
        && Bylines.of(text) == null;
  }
}
