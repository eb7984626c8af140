package syndication.enrich.keyphrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import syndication.enrich.segment.Sentence;
import syndication.enrich.words.Lexicon;
import syndication.enrich.words.WordLists;

/// Key phrases by statistics: one to three words in a row, often and early in the article, no stop
/// word in them, none inside another or inside a tag.
public final class KeyphraseExtractor {

  private static final int SENTENCES_MAX = 80;
  private static final int FILLED_MOST = 4;

  private final Lexicon lexicon;
  private final int most;
  private final Map<String, Set<String>> weak = new HashMap<>();

  /// @param most key phrases of one article
  public KeyphraseExtractor(Lexicon lexicon, int most) {
    this.lexicon = lexicon;
    this.most = most;
    WordLists lists = WordLists.load("weak");
    lists.sections().forEach(it -> weak.put(it, lists.set(it)));
  }

  /// @param names what tags carry already
  public List<String> keyphrases(
      List<Sentence> title, List<Sentence> sentences, List<String> names, String language) {
    Set<String> stops = lexicon.stopWords(language);
    if (stops.isEmpty() || sentences.isEmpty()) {
      return List.of();
    }
    Set<String> nameWords = new HashSet<>();
    names.forEach(name -> nameWords.addAll(List.of(name.toLowerCase(Locale.ROOT).split(" "))));
    var words =
        new PhraseWords(language, stops, weak(language), weak("before-" + language), nameWords);
    var candidates = new Candidates(lexicon, words);
    title.forEach(it -> candidates.collect(it, 0));
    int offset = 0;
    for (Sentence it : sentences.subList(0, Math.min(SENTENCES_MAX, sentences.size()))) {
      candidates.collect(it, offset);
      offset += it.tokens().size();
    }
    title.forEach(candidates::title);
    return best(candidates, Math.max(offset, 1), words);
  }

  private Set<String> weak(String section) {
    return weak.getOrDefault(section, Set.of());
  }

  private List<String> best(Candidates candidates, int length, PhraseWords words) {
    record Scored(Candidate candidate, double score) {}
    var scored = new ArrayList<Scored>();
    for (Candidate it : candidates.all()) {
      int size = it.stems.length;
      // A phrase seen once is chance; a lone word has to be frequent, or in the title.
      boolean often = it.count >= (size > 1 || it.title || it.early(length) ? 2 : 3);
      boolean lone = size == 1 && !words.before().isEmpty() && !it.noun;
      if (often && !lone && words.stands(it.words())) {
        double early = 1 + Math.pow(1 - Math.min(1.0, (double) it.first / length), 2);
        double score =
            Math.log1p(it.count) * early * (size == 1 ? 0.6 : 1.1) * (it.title ? 1.7 : 1);
        scored.add(new Scored(it, score));
      }
    }
    scored.sort(
        Comparator.comparingDouble((Scored it) -> -it.score())
            .thenComparingInt(it -> it.candidate().first)
            .thenComparing(it -> candidates.stems(it.candidate())));
    var taken = new ArrayList<Candidate>();
    for (Scored it : scored) {
      if (taken.size() < most && taken.stream().allMatch(it.candidate()::disjoint)) {
        taken.add(it.candidate());
      }
    }
    fill(candidates, length, words, taken);
    return taken.stream().map(it -> String.join(" ", it.words())).toList();
  }

  // A short article says nothing twice: its first whole noun phrases have to do.
  private void fill(Candidates candidates, int length, PhraseWords words, List<Candidate> taken) {
    for (Candidate it : candidates.all()) {
      if (taken.size() >= Math.min(FILLED_MOST, most)) {
        return;
      }
      boolean fits = it.whole && it.first * 2 < length && words.stands(it.words());
      if (fits && taken.stream().allMatch(it::disjoint)) {
        taken.add(it);
      }
    }
  }
}
