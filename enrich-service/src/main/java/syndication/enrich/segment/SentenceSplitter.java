package syndication.enrich.segment;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import syndication.enrich.words.WordLists;

/// Cuts a block of text into sentences, in one pass: knows abbreviations, initials, ordinals and
/// quotes. Safe for use by several threads.
public final class SentenceSplitter {

  /// Nobody writes longer sentences; a longer one is cut at a space.
  static final int SENTENCE_CHARS_MAX = 4_000;

  private static final Set<String> ORDINAL_DOT =
      Set.of("de", "da", "nb", "nn", "no", "fi", "cs", "sk", "pl", "hu", "hr", "sl", "sr", "et");

  private final ConcurrentMap<String, Set<String>> abbreviations = new ConcurrentHashMap<>();
  private final WordLists lists = WordLists.load("abbreviations");

  /// The sentences of a block, trimmed, in order.
  ///
  /// @param language BCP 47 primary subtag, or `und`
  public List<String> split(String block, String language) {
    if (withoutStops(block)) {
      return byJdk(block, language);
    }
    var sentences = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at < block.length(); at++) {
      int end = boundary(block, start, at, language);
      if (end > 0) {
        add(sentences, block, start, end);
        start = end;
        at = end - 1;
      } else if (at - start >= SENTENCE_CHARS_MAX && Character.isWhitespace(block.charAt(at))) {
        add(sentences, block, start, at);
        start = at;
      } else if (at - start >= 2 * SENTENCE_CHARS_MAX) {
        add(sentences, block, start, at);
        start = at;
      }
    }
    add(sentences, block, start, block.length());
    return sentences;
  }

  /// Whether a text ends as a sentence does.
  public static boolean terminated(String text) {
    int at = text.length() - 1;
    while (at >= 0 && (closing(text.charAt(at)) || Character.isWhitespace(text.charAt(at)))) {
      at--;
    }
    return at >= 0 && (stop(text.charAt(at)) || wideStop(text.charAt(at)));
  }

  // The end of the sentence whose last mark stands at a position, or 0.
  private int boundary(String text, int start, int at, String language) {
    char mark = text.charAt(at);
    boolean plain = mark < 0x80 && mark != '.' && mark != '!' && mark != '?';
    if (plain || (!stop(mark) && !wideStop(mark))) {
      return 0;
    }
    int end = at + 1;
    while (end < text.length() && (stop(text.charAt(end)) || closing(text.charAt(end)))) {
      if (text.charAt(end) == '"' && opensAt(text, end)) {
        break;
      }
      end++;
    }
    if (wideStop(mark)) {
      return end;
    }
    if (end >= text.length()) {
      return end;
    }
    if (!Character.isWhitespace(text.charAt(end))) {
      return 0;
    }
    int next = end;
    while (next < text.length()
        && (Character.isWhitespace(text.charAt(next)) || opening(text.charAt(next)))) {
      next++;
    }
    if (next >= text.length() || Character.isLowerCase(text.charAt(next))) {
      return 0;
    }
    return mark == '.' && abbreviated(text, start, at, next, language) ? 0 : end;
  }

  private boolean abbreviated(String text, int start, int dot, int next, String language) {
    int from = dot;
    while (from > start && !Character.isWhitespace(text.charAt(from - 1)) && dot - from < 20) {
      from--;
    }
    while (from < dot && (opening(text.charAt(from)) || text.charAt(from) == '-')) {
      from++;
    }
    String word = text.substring(from, dot);
    if (word.isEmpty()) {
      return false;
    }
    if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
      return !"I".equals(word) || Character.isUpperCase(text.charAt(next));
    }
    if (digits(word)) {
      return ORDINAL_DOT.contains(language) && word.length() <= 2;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (always(language).contains(lower)) {
      return true;
    }
    // "U.S. Senate" goes on, "in the U.S. The" does not.
    return word.indexOf('.') > 0 && word.length() <= 6 && !opener(text, next);
  }

  private static final Set<String> OPENERS =
      Set.of(
          "the",
          "a",
          "an",
          "he",
          "she",
          "it",
          "they",
          "we",
          "i",
          "in",
          "on",
          "but",
          "and",
          "this",
          "that",
          "these",
          "those",
          "there",
          "his",
          "her",
          "its",
          "their",
          "at",
          "as",
          "for",
          "if",
          "when",
          "while",
          "after",
          "before",
          "however",
          "meanwhile",
          "some",
          "many",
          "mr",
          "ms");

  private static boolean opener(String text, int next) {
    int end = next;
    while (end < text.length() && Character.isLetter(text.charAt(end)) && end - next < 12) {
      end++;
    }
    return OPENERS.contains(text.substring(next, end).toLowerCase(Locale.ROOT));
  }

  private Set<String> always(String language) {
    Set<String> known = abbreviations.get(language);
    return known == null ? abbreviations.computeIfAbsent(language, this::listed) : known;
  }

  private Set<String> listed(String language) {
    return lists.set(lists.sections().contains(language) ? language : "en");
  }

  private static boolean withoutStops(String block) {
    int limit = Math.min(block.length(), 40);
    for (int i = 0; i < limit; i++) {
      if (Tokenizer.spaceless(block.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  // Thai and its neighbours part sentences by spaces: the JDK keeps what belongs together.
  private static List<String> byJdk(String block, String language) {
    BreakIterator it = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
    var sentences = new ArrayList<String>();
    it.setText(block);
    int from = it.first();
    for (int to = it.next(); to != BreakIterator.DONE; from = to, to = it.next()) {
      add(sentences, block, from, Math.min(to, from + 2 * SENTENCE_CHARS_MAX));
    }
    return sentences;
  }

  private static void add(List<String> sentences, String block, int start, int end) {
    String sentence = block.substring(start, end).strip();
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }

  private static boolean opensAt(String text, int at) {
    return at + 1 < text.length()
        && !Character.isWhitespace(text.charAt(at + 1))
        && Character.isWhitespace(text.charAt(at - 1));
  }

  private static boolean digits(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  private static boolean stop(char it) {
    return it == '.' || it == '!' || it == '?' || it == '…' || it == '؟' || it == '۔' || it == '।'
        || it == '։' || it == '።' || it == '‼' || it == '⁇';
  }

  private static boolean wideStop(char it) {
    return it == '。' || it == '！' || it == '？' || it == '｡';
  }

  private static boolean closing(char it) {
    return it == '"'
        || it == '”'
        || it == '’'
        || it == '\''
        || it == '»'
        || it == ')'
        || it == ']'
        || it == '」'
        || it == '』'
        || it == '）'
        || it == '›'
        || it == '“'
        || it == '*';
  }

  private static boolean opening(char it) {
    return it == '"'
        || it == '“'
        || it == '‘'
        || it == '\''
        || it == '«'
        || it == '('
        || it == '['
        || it == '„'
        || it == '‚'
        || it == '¿'
        || it == '¡'
        || it == '「'
        || it == '›'
        || it == '»'
        || it == '-'
        || it == '–'
        || it == '—'
        || it == '*';
  }
}
