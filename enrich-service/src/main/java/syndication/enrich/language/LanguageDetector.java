package syndication.enrich.language;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.words.Lexicon;

/// Detects the language of an article: by its script, else by its stop words, else by letter
/// statistics. What the source says only settles a doubt.
public final class LanguageDetector {

  // Enough to be sure, and little to read.
  private static final int SAMPLE_CHARS = 1_200;
  private static final int MODEL_CHARS = 400;
  private static final int STOP_WORDS_LEAST = 8;
  // Share of all words that are stop words of the language, in running text 0.35 to 0.55.
  private static final double STOP_WORD_SHARE_LEAST = 0.22;
  private static final double LEAD_LEAST = 0.20;
  private static final int LETTERS_LEAST = 12;

  private final LanguageModel model;
  private final double threshold;
  private final Map<String, Map<String, Double>> weights = new HashMap<>();
  private final Set<String> latin;

  /// @param threshold below this confidence of the model the language is `und`
  public LanguageDetector(Lexicon lexicon, LanguageModel model, double threshold) {
    this.model = model;
    this.threshold = threshold;
    this.latin = Set.copyOf(lexicon.languages());
    Map<String, Integer> shared = new HashMap<>();
    for (String language : latin) {
      lexicon.stopWords(language).forEach(word -> shared.merge(word, 1, Integer::sum));
    }
    for (String language : latin) {
      for (String word : lexicon.stopWords(language)) {
        weights
            .computeIfAbsent(word, _ -> new HashMap<>())
            .put(language, 1.0 / Math.sqrt(shared.getOrDefault(word, 1)));
      }
    }
  }

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
    Map<String, Double> scores = new HashMap<>();
    Map<String, Integer> hits = new HashMap<>();
    int words = 0;
    for (String word : words(sample)) {
      words++;
      Map<String, Double> of = weights.get(word);
      if (of != null) {
        of.forEach((language, weight) -> {
          scores.merge(language, weight, Double::sum);
          hits.merge(language, 1, Integer::sum);
        });
      }
    }
    String best = "und";
    double top = 0;
    double second = 0;
    for (Map.Entry<String, Double> it : new java.util.TreeMap<>(scores).entrySet()) {
      if (it.getValue() > top) {
        second = top;
        top = it.getValue();
        best = it.getKey();
      } else if (it.getValue() > second) {
        second = it.getValue();
      }
    }
    int hit = hits.getOrDefault(best, 0);
    double lead = top == 0 ? 0 : (top - second) / top;
    boolean sure =
        hit >= STOP_WORDS_LEAST && hit >= STOP_WORD_SHARE_LEAST * words && lead >= LEAD_LEAST;
    return sure ? new LanguageGuess(best, rounded(Math.min(0.99, 0.8 + lead / 2))) : null;
  }

  private static List<String> words(String sample) {
    var words = new java.util.ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= sample.length(); i++) {
      boolean letter = i < sample.length() && Character.isLetter(sample.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.add(sample.substring(start, i).toLowerCase(Locale.ROOT));
        start = -1;
      }
    }
    return words;
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
