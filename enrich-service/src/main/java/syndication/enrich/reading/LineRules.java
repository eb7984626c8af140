package syndication.enrich.reading;

import java.util.ArrayList;
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
  // One more than any rule counts, so that a longer line is seen to be longer.
  private static final int LOOK_WORDS = CAPTION_WORDS_MAX + 1;
  // About as long as so many words are; shorter lines are not counted for nothing.
  private static final int PARAGRAPH_CHARS = 330;
  private static final String LABEL_MARKS = ":/|©(：／=＝（【";
  // Two letters begin many a sentence; only with a mark after them are they a label.
  private static final int UNSPACED_LABEL_MOST = 3;
  private static final int UNSPACED_CHARS_MAX = 80;
  // A credit stands at the end of a caption.
  private static final int CREDIT_WORDS = 6;
  private static final int CREDIT_LINE_WORDS = 14;
  private static final int CREDIT_CHARS = 45;
  private static final int CAPTION_CHARS_MAX = 160;
  private static final Set<String> BYLINE_WORDS =
      Set.of("by", "por", "par", "von", "di", "door", "av", "af", "od");
  private static final Set<String> AGENCIES =
      Set.of(
          "getty",
          "getty images",
          "reuters",
          "ap",
          "ap photo",
          "afp",
          "epa",
          "efe",
          "ansa",
          "lusa",
          "dpa",
          "anp",
          "tt",
          "ntb",
          "ritzau",
          "pap",
          "pa",
          "pa wire",
          "alamy",
          "shutterstock",
          "istock",
          "imago",
          "picture alliance",
          "bloomberg",
          "tass",
          "xinhua",
          "anadolu",
          "sipa",
          "abaca",
          "maxppp",
          "zuma",
          "upi",
          "keystone",
          "apa",
          "belga",
          "cnn",
          "nasa");

  private final Phrases<String> starts = new Phrases<>();
  private final Phrases<String> anywhere = new Phrases<>();
  private final Phrases<String> whole = new Phrases<>();
  private final List<Unspaced> unspacedStarts = new ArrayList<>();
  private final List<Unspaced> unspacedAnywhere = new ArrayList<>();
  private final Set<String> months;

  /// A phrase of a script that does not part words.
  private record Unspaced(String text, String rule) {}

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
      for (String entry : lists.entries(section)) {
        if (Characters.unspaced(entry)) {
          boolean start = into == starts;
          (start ? unspacedStarts : unspacedAnywhere).add(new Unspaced(entry, rule));
        } else {
          into.add(words(entry, LOOK_WORDS), rule);
        }
      }
    }
    months = lists.set("months");
  }

  /// The rule that says so, or `null` for text worth reading.
  public @Nullable String unwanted(String line) {
    // A paragraph that is longer than any caption or promo can only end in a credit.
    if (line.length() > PARAGRAPH_CHARS && longer(line)) {
      return agencyCredit(line) ? "credit" : null;
    }
    List<String> words = words(line, LOOK_WORDS);
    if (words.isEmpty()) {
      return "blank";
    }
    String rule = byPhrases(words, line);
    if (rule == null && Characters.unspaced(line)) {
      rule = byLetters(line);
    }
    if (rule != null) {
      return rule;
    }
    if (agencyCredit(line)) {
      return "credit";
    }
    if (stamp(line, words)) {
      return "stamp";
    }
    return byline(line, words) ? "byline" : null;
  }

  private static boolean longer(String line) {
    int words = 0;
    boolean before = false;
    for (int i = 0; i < line.length() && words < LOOK_WORDS; i++) {
      boolean inside = wordChar(line, i);
      words += inside && !before ? 1 : 0;
      before = inside;
    }
    return words >= LOOK_WORDS;
  }

  private @Nullable String byPhrases(List<String> words, String line) {
    int count = words.size();
    Phrases.Match<String> match = whole.longestAt(words::get, 0, count);
    if (match != null && match.length() == count) {
      return match.value();
    }
    match = starts.longestAt(words::get, 0, count);
    if (match != null && fits(match.value(), count, line, false) && labels(match, words, line)) {
      return match.value();
    }
    if (count > Math.max(PROMO_WORDS_MAX, CAPTION_WORDS_MAX)) {
      return null;
    }
    for (int i = 0; i < count; i++) {
      match = anywhere.longestAt(words::get, i, count);
      boolean last = match != null && i + match.length() >= count - CREDIT_WORDS;
      if (match != null && fits(match.value(), count, line, last)) {
        return match.value();
      }
    }
    return null;
  }

  // Where words are not parted: "责任编辑：王芳", "無断転載を禁じます".
  private @Nullable String byLetters(String line) {
    if (line.length() > UNSPACED_CHARS_MAX) {
      return null;
    }
    for (Unspaced it : unspacedStarts) {
      int end = it.text().length();
      boolean labels =
          end > UNSPACED_LABEL_MOST
              || line.length() == end
              || (line.length() > end && LABEL_MARKS.indexOf(line.charAt(end)) >= 0);
      if (line.startsWith(it.text()) && labels) {
        return it.rule();
      }
    }
    for (Unspaced it : unspacedAnywhere) {
      if (line.contains(it.text())) {
        return it.rule();
      }
    }
    return null;
  }

  // "… in Lagos on Monday. REUTERS/Ann Lee", "Kari Nes/Getty Images": an agency beside a slash, at
  // the end. "A Reuters/Ipsos poll" is none.
  private static boolean agencyCredit(String line) {
    int from = Math.max(0, line.length() - CREDIT_CHARS);
    int slash = line.indexOf('/', from);
    if (slash < 0 || (line.endsWith(".") && line.length() > CAPTION_CHARS_MAX)) {
      return false;
    }
    String tail = line.substring(from).toLowerCase(Locale.ROOT);
    return !tail.contains("ipsos")
        && AGENCIES.stream().anyMatch(it -> tail.contains("/" + it) || tail.contains(it + "/"));
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
        || LABEL_MARKS.indexOf(line.charAt(after)) >= 0
        || words.getFirst().startsWith("©")
        || (!SentenceSplitter.terminated(line) && words.size() <= BYLINE_WORDS_MAX);
  }

  private static boolean fits(String rule, int count, String line, boolean last) {
    int colon = line.indexOf(':');
    return switch (rule) {
      case "credit" ->
          count <= CAPTION_WORDS_MAX
              && (count <= CREDIT_LINE_WORDS || last || (colon >= 0 && colon < CREDIT_CHARS));
      case "caption" -> count <= CAPTION_WORDS_MAX;
      default -> count <= PROMO_WORDS_MAX;
    };
  }

  // "By Ann Smith and Bob Jones, Political Editor": names, and no verb's full stop.
  private static boolean byline(String line, List<String> words) {
    String first = words.getFirst();
    if (!BYLINE_WORDS.contains(first)
        || words.size() < 2
        || words.size() > BYLINE_WORDS_MAX
        || line.endsWith(".")) {
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
    var words = new ArrayList<String>(16);
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
    int small = it | 0x20;
    if (it < 0x80 && small >= 'a' && small <= 'z') {
      return true;
    }
    if (it == ' ') {
      return false;
    }
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
