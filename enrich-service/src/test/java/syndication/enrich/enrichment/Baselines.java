package syndication.enrich.enrichment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import syndication.enrich.segment.SentenceSplitter;
import syndication.enrich.segment.Token;
import syndication.enrich.segment.Tokenizer;
import syndication.enrich.words.Lexicon;

/// Summaries as textbooks make them, of the text as it came, to hold ours beside.
final class Baselines {

  private static final int SENTENCES = 3;
  private static final int ROUNDS = 30;
  private static final double DAMPING = 0.85;

  private final Lexicon lexicon;
  private final SentenceSplitter splitter = new SentenceSplitter();

  Baselines(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  String lead3(String text, String language) {
    List<String> all = sentences(text, language);
    return String.join(" ", all.subList(0, Math.min(SENTENCES, all.size())));
  }

  /// Mihalcea and Tarau, 2004: sentences vote for those they share words with.
  String textRank(String text, String language) {
    List<String> all = sentences(text, language);
    List<Set<String>> words = all.stream().map(it -> words(it, language)).toList();
    int count = all.size();
    double[][] links = new double[count][count];
    double[] out = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        links[i][j] = i == j ? 0 : similarity(words.get(i), words.get(j));
        out[i] += links[i][j];
      }
    }
    double[] ranks = new double[count];
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[count];
      for (int i = 0; i < count; i++) {
        double votes = 0;
        for (int j = 0; j < count; j++) {
          votes += out[j] == 0 ? 0 : links[j][i] / out[j] * ranks[j];
        }
        next[i] = 1 - DAMPING + DAMPING * votes;
      }
      ranks = next;
    }
    double[] last = ranks;
    List<Integer> best =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -last[i]))
            .limit(SENTENCES)
            .sorted()
            .toList();
    return String.join(" ", best.stream().map(all::get).toList());
  }

  private static double similarity(Set<String> a, Set<String> b) {
    Set<String> shared = new HashSet<>(a);
    shared.retainAll(b);
    double lengths = Math.log(a.size() + 1.0) + Math.log(b.size() + 1.0);
    return lengths == 0 ? 0 : shared.size() / lengths;
  }

  private List<String> sentences(String text, String language) {
    var all = new ArrayList<String>();
    text.lines().forEach(line -> all.addAll(splitter.split(line, language)));
    return all;
  }

  private Set<String> words(String sentence, String language) {
    Set<String> words = new HashSet<>();
    for (Token it : Tokenizer.tokens(sentence, language)) {
      if (it.word() && !lexicon.stopWords(language).contains(it.lower())) {
        words.add(it.lower());
      }
    }
    return words;
  }
}
