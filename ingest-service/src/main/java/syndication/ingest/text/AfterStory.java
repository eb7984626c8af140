package syndication.ingest.text;

import java.util.List;
import java.util.regex.Pattern;

/// Finds where a story is over: a heading like "About the author" or "You may also like" near the
/// end. Little of the text may stand under it; where it is more, the heading belongs to the story.
final class AfterStory {

  private static final double SURELY_AFTER_SHARE_MAX = 0.55;
  private static final double AFTER_SHARE_MAX = 0.35;
  private static final double SENTENCES_SHARE_MAX = 0.04;
  private static final int SENTENCES_CHARS_MAX = 250;
  private static final int SENTENCE_CHARS_MIN = 40;

  private static final Pattern AFTER =
      LineRules.rule(
          "^[^\\p{L}]{0,4}(about (the|our|this)"
              + " (authors?|writers?|reviewers?|contributors?|expert|company|publisher)\\b.{0,40}|meet"
              + " (the|our) (authors?|writers?|experts?|team)|authors? bio(graphy)?|author|(if you"
              + " (liked|enjoyed) this.{0,60})?you (might|may|['’]ll)( also)? (like|love|be"
              + " interested( in)?|enjoy|want to read)\\b.{0,40}|(see )?related("
              + " (articles?|posts?|stories|reading|content|topics?|resources?|news|links|guides?|pages?|products?|blogs?|coverage))?|(more|other|all)"
              + " (from|in|on|stories|articles|posts|news|resources|blogs?|content|about|related)\\b.{0,60}|recommended("
              + " (for you|reading|articles|stories|posts))?|(read|up|what['’]?s) next|keep"
              + " (reading|exploring)|(latest|recent|popular|featured|trending|similar|other|top|explore("
              + " more)?|suggested|browse)( \\w+)?"
              + " (posts?|articles?|news|stories|blogs?|content|resources?|reads?|topics)|trending("
              + " now)?|most (read|popular|viewed)|share (this|on|via|your)\\b.{0,40}|leave (a|us"
              + " a|your) (reply|comment|response)\\b.{0,30}|(\\d+"
              + " )?(comments?|responses|replies|discussion)( \\(\\d+\\))?|join the"
              + " (discussion|conversation|newsletter)\\b.{0,20}|(join|subscribe|sign"
              + " up)\\b.{0,80}|(our|weekly|free|daily)? ?newsletters?|never miss\\b.{0,40}|stay"
              + " (updated|informed|in touch|connected|in the loop)\\b.{0,40}|follow"
              + " us\\b.{0,40}|also in the news|in other news|post navigation|page"
              + " navigation|explore more|more like this|(next|previous) (post|article)|tags|filed"
              + " under)\\s*[:.!?…>»→]*$");

  /// Headings that no story has inside it.
  private static final Pattern SURELY_AFTER =
      LineRules.rule(
          "^(about the (authors?|reviewers?|writers?|contributors?)|also in the news|more (top"
              + " )?stories|related (articles|stories|posts))\\W*$");

  private AfterStory() {}

  /// Index of the first line that is no longer the story, or how many lines there are.
  static int start(List<Line> lines) {
    int total = 0;
    for (Line line : lines) {
      total += line.text().length();
    }
    int before = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.kind() != Line.Kind.OTHER && opens(line.text())) {
        boolean sure = surelyOpens(line.text());
        double share = sure ? SURELY_AFTER_SHARE_MAX : AFTER_SHARE_MAX;
        if (total - before <= share * total
            && (sure || sentences(lines, i + 1) <= spared(line.text(), total))) {
          return i;
        }
      }
      before += line.text().length();
    }
    return lines.size();
  }

  /// Characters of sentences that may follow and yet be no story; none behind share buttons and
  /// promos, which stand between paragraphs too.
  private static double spared(String opening, int total) {
    return LineRules.isShare(opening) || Solicitations.isPromo(opening)
        ? 0
        : Math.max(SENTENCES_CHARS_MAX, SENTENCES_SHARE_MAX * total);
  }

  private static int sentences(List<Line> lines, int from) {
    int sentences = 0;
    for (Line line : lines.subList(from, lines.size())) {
      String text = line.text();
      boolean sentence =
          text.length() >= SENTENCE_CHARS_MIN
              && 2 * line.linkChars() < text.length()
              && LineRules.endsSentence(text)
              && !Solicitations.isPromo(text)
              && LineRules.edgeRule(text) == null;
      sentences += sentence ? text.length() : 0;
    }
    return sentences;
  }

  private static boolean opens(String text) {
    return text.length() <= 110 && AFTER.matcher(text).matches();
  }

  private static boolean surelyOpens(String text) {
    return text.length() <= 40 && SURELY_AFTER.matcher(text).matches();
  }
}
