package syndication.enrich.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.SentenceSplitter;
import syndication.enrich.words.Phrases;
import syndication.enrich.words.WordLists;

/// Tells what a line or sentence is that no reader came for: a promo, a caption, a credit, a
/// byline, a stamp, a menu word. Rules are phrases in many languages at the start of a text or
/// anywhere in it, and shapes. Safe for use by several threads.
public final class LineRules {

  // Longer texts with a promo's words are most likely about the thing.
  private static final int PROMO_WORDS_MAX = 45;
  private static final int BYLINE_WORDS_MAX = 9;
  private static final int STAMP_WORDS_MAX = 10;
  private static final int CAPTION_WORDS_MAX = 60;
  private static final int LOOK_WORDS = 60;

  private final Phrases<String> starts = new Phrases<>();
  private final Phrases<String> anywhere = new Phrases<>();
  private final Phrases<String> whole = new Phrases<>();
  private final Set<String> months;

  public LineRules() {
    WordLists lists = WordLists.load("lines");
    for (String section : lists.sections()) {
      int dash = section.indexOf(' ');
      if (dash < 0) {
        continue;
      }
      String rule = section.substring(0, dash);
      Phrases<String> into =
          switch (section.substring(dash + 1)) {
            case "start" -> starts;
            case "anywhere" -> anywhere;
            case "whole" -> whole;
            default -> throw new IllegalStateException("lines.txt: [" + section + "]");
          };
      lists.entries(section).forEach(it -> into.add(words(it, LOOK_WORDS), rule));
    }
    months = lists.set("months");
  }

  /// The rule that says so, or `null` for text worth reading.
  public @Nullable String unwanted(String line) {
    List<String> words = words(line, LOOK_WORDS);
    int count = words.size();
    if (count == 0) {
      return "blank";
    }
    String rule = byPhrases(words, line);
    if (rule != null) {
      return rule;
    }
    if (stamp(line, words)) {
      return "stamp";
    }
    return byline(line, words) ? "byline" : null;
  }

  private @Nullable String byPhrases(List<String> words, String line) {
    int count = words.size();
    Phrases.Match<String> match = whole.longestAt(words::get, 0, count);
    if (match != null && match.length() == count) {
      return match.value();
    }
    match = starts.longestAt(words::get, 0, count);
    if (match != null && fits(match.value(), count, line) && labels(match, words, line)) {
      return match.value();
    }
    for (int i = 0; i < count; i++) {
      match = anywhere.longestAt(words::get, i, count);
      if (match != null && fits(match.value(), count, line)) {
        return match.value();
      }
    }
    return null;
  }

  // "Photo: …" is a credit and "Video | …" a link, "Photos of the flood show …" is news.
  private static boolean labels(Phrases.Match<String> match, List<String> words, String line) {
    if (match.length() > 1 || "promo".equals(match.value())) {
      return true;
    }
    int after = line.toLowerCase(Locale.ROOT).indexOf(words.getFirst());
    after += words.getFirst().length();
    while (after < line.length() && line.charAt(after) == ' ') {
      after++;
    }
    return after >= line.length()
        || ":/|©(：／".indexOf(line.charAt(after)) >= 0
        || words.getFirst().startsWith("©")
        || (!SentenceSplitter.terminated(line) && words.size() <= BYLINE_WORDS_MAX);
  }

  private static boolean fits(String rule, int count, String line) {
    return switch (rule) {
      case "credit" -> count <= CAPTION_WORDS_MAX && (count <= 14 || line.indexOf(':') < 40);
      case "caption" -> count <= CAPTION_WORDS_MAX;
      default -> count <= PROMO_WORDS_MAX;
    };
  }

  // "By Ann Smith and Bob Jones, Political Editor": names, and no verb's full stop.
  private static boolean byline(String line, List<String> words) {
    String first = words.getFirst();
    boolean by = Set.of("by", "por", "par", "von", "di", "door", "av", "af", "od").contains(first);
    if (!by || words.size() < 2 || words.size() > BYLINE_WORDS_MAX || line.endsWith(".")) {
      return false;
    }
    String rest = line.strip().substring(first.length()).strip();
    return !rest.isEmpty() && Character.isUpperCase(rest.codePointAt(0));
  }

  // "10:45 GMT", "2h ago", "Updated 3 March 2026, 14:02": little but digits and calendar words.
  private boolean stamp(String line, List<String> words) {
    if (words.size() > STAMP_WORDS_MAX) {
      return false;
    }
    int calendar = 0;
    boolean digits = false;
    for (String word : words) {
      boolean digit = Character.isDigit(word.codePointAt(0));
      digits |= digit;
      if (digit || months.contains(word)) {
        calendar++;
      }
    }
    boolean most = calendar * 10 >= words.size() * 6;
    return digits && most && !line.endsWith(".");
  }

  /// Words in lower case, digits kept with their letters, marks left out.
  static List<String> words(String text, int max) {
    var words = new java.util.ArrayList<String>(16);
    int start = -1;
    for (int i = 0; i <= text.length() && words.size() < max; i++) {
      boolean inside = i < text.length() && wordChar(text, i);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    return words;
  }

  private static boolean wordChar(String text, int at) {
    char it = text.charAt(at);
    return Character.isLetterOrDigit(it)
        || Character.getType(it) == Character.NON_SPACING_MARK
        || it == '©'
        || ((it == '\'' || it == '’' || it == ':')
            && at > 0
            && at + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(at - 1))
            && Character.isLetterOrDigit(text.charAt(at + 1))
            && it != ':');
  }
}
