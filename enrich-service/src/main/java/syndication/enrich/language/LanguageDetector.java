package syndication.enrich.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.words.Lexicon;
import syndication.enrich.words.WordTable;

/// Detects the language of an article: by its script, else by its stop words, else by letter
/// statistics. What the source says only settles a doubt.
public final class LanguageDetector {

  /// Of the text, as many letters are looked at: enough to be sure, and little to read.
  public static final int SAMPLE_CHARS = 1_200;

  private static final int MODEL_CHARS = 400;
  private static final int STOP_WORDS_LEAST = 8;
  // Share of all words that are stop words of the language, in running text 0.35 to 0.55.
  private static final double STOP_WORD_SHARE_LEAST = 0.22;
  private static final double LEAD_LEAST = 0.20;
  private static final int LETTERS_LEAST = 12;

  private final LanguageModel model;
  private final double threshold;
  private final List<String> languages;
  private final WordTable<Hint> hints;

  /// The languages, by index, in which a word is a stop word, and what it says for each of them.
  private record Hint(int[] languages, double weight) {}

  /// @param threshold below this confidence of the model the language is `und`
  public LanguageDetector(Lexicon lexicon, LanguageModel model, double threshold) {
    this.model = model;
    this.threshold = threshold;
    // In an order of their own, so that ties fall the same way everywhere.
    this.languages = lexicon.languages().stream().sorted().toList();
    Map<String, List<Integer>> shared = new HashMap<>();
    for (int i = 0; i < languages.size(); i++) {
      int index = i;
      lexicon
          .stopWords(languages.get(i))
          .forEach(word -> shared.computeIfAbsent(word, _ -> new ArrayList<>()).add(index));
    }
    Map<String, Hint> byWord = new HashMap<>();
    shared.forEach((word, of) -> {
      int[] all = of.stream().mapToInt(it -> it).toArray();
      byWord.put(word, new Hint(all, 1.0 / Math.sqrt(all.length)));
    });
    hints = new WordTable<>(byWord);
  }

  /// @param text the first {@link #SAMPLE_CHARS} letters of it will do
  /// @param hint BCP 47 as the source says, or `null`
  public LanguageGuess detect(String title, String text, @Nullable String hint) {
    String sample = sample(title, text);
    LanguageGuess byScript = Scripts.guess(sample);
    if (byScript != null) {
      return byScript;
    }
    LanguageGuess byWords = byStopWords(sample);
    if (byWords != null) {
      return byWords;
    }
    return byModel(sample, primary(hint));
  }

  // The body first: titles are short, and full of names.
  private static String sample(String title, String text) {
    String body = text.substring(0, Math.min(text.length(), SAMPLE_CHARS));
    return body.length() >= SAMPLE_CHARS ? body : body + "\n" + cut(title, SAMPLE_CHARS);
  }

  private static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }

  private @Nullable LanguageGuess byStopWords(String sample) {
    double[] scores = new double[languages.size()];
    int[] hits = new int[languages.size()];
    int words = 0;
    int start = -1;
    for (int i = 0; i <= sample.length(); i++) {
      boolean letter = i < sample.length() && Character.isLetter(sample.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words++;
        count(hints.find(sample, start, i), scores, hits);
        start = -1;
      }
    }
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double top = scores[best];
    double second = 0;
    for (int i = 0; i < scores.length; i++) {
      second = i == best ? second : Math.max(second, scores[i]);
    }
    int hit = hits[best];
    double lead = top == 0 ? 0 : (top - second) / top;
    boolean sure =
        hit >= STOP_WORDS_LEAST && hit >= STOP_WORD_SHARE_LEAST * words && lead >= LEAD_LEAST;
    return sure
        ? new LanguageGuess(languages.get(best), rounded(Math.min(0.99, 0.8 + lead / 2)))
        : null;
  }

  private static void count(@Nullable Hint hint, double[] scores, int[] hits) {
    if (hint != null) {
      for (int language : hint.languages()) {
        scores[language] += hint.weight();
        hits[language]++;
      }
    }
  }

  private LanguageGuess byModel(String sample, String hint) {
    String text = cut(sample, MODEL_CHARS);
    long letters = text.codePoints().filter(Character::isLetter).count();
    if (letters < LETTERS_LEAST) {
      return LanguageGuess.UNKNOWN;
    }
    List<LanguageGuess> guesses = model.guess(text);
    if (guesses.isEmpty()) {
      return LanguageGuess.UNKNOWN;
    }
    LanguageGuess best = guesses.getFirst();
    for (LanguageGuess it : guesses) {
      // The hint decides between neighbours, such as Danish and Norwegian, never against the text.
      if (it.language().equals(hint) && it.confidence() >= best.confidence() / 3) {
        return new LanguageGuess(hint, rounded(Math.max(it.confidence(), threshold)));
      }
    }
    return best.confidence() >= threshold
        ? new LanguageGuess(best.language(), rounded(best.confidence()))
        : LanguageGuess.UNKNOWN;
  }

  private static String primary(@Nullable String hint) {
    if (hint == null) {
      return "";
    }
    String language = Locale.forLanguageTag(hint.replace('_', '-')).getLanguage();
    return Set.of("nb", "nn").contains(language) ? "no" : language;
  }

  static double rounded(double it) {
    return Math.round(it * 1000) / 1000.0;
  }
}
