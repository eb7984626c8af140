package syndication.enrich.classifier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.words.Lexicon;

/// What of an article a classifier sees: stems of its words, those of the title twice. How often a
/// word stands in the text counts by its logarithm: ten times is not ten times as telling.
final class Features {

  private static final int SENTENCES_MAX = 120;
  private static final int CHARS_LEAST = 2;
  private static final int CHARS_MAX = 40;
  private static final double TITLE = 2;

  private final Lexicon lexicon;

  Features(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// @param title the title as a sentence, or none
  Map<String, Double> of(List<Sentence> title, List<Sentence> sentences, String language) {
    Map<String, Double> counts = new TreeMap<>();
    Set<String> stops = lexicon.stopWords(language);
    title.forEach(it -> count(it, language, stops, TITLE, counts));
    sentences
        .subList(0, Math.min(sentences.size(), SENTENCES_MAX))
        .forEach(it -> count(it, language, stops, 1, counts));
    counts.replaceAll((_, count) -> 1 + Math.log(count));
    return counts;
  }

  private void count(
      Sentence sentence,
      String language,
      Set<String> stops,
      double weight,
      Map<String, Double> counts) {
    for (Token it : sentence.tokens()) {
      String word = it.lower();
      if (it.word()
          && word.length() >= CHARS_LEAST
          && word.length() <= CHARS_MAX
          && !stops.contains(word)) {
        counts.merge(lexicon.stem(language, word), weight, Double::sum);
      }
    }
  }
}
