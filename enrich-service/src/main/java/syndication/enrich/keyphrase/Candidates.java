package syndication.enrich.keyphrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.words.Lexicon;

/// Counts the rows of one to three words of an article that may be key phrases.
final class Candidates {

  static final int WORDS_MAX = 3;

  private static final int CANDIDATES_MAX = 4_000;
  // An article has far fewer words than two million.
  private static final int STEM_BITS = 21;
  private static final int UNUSABLE = 0;
  // Different words of an article of the news that mean something.
  private static final int WORDS_USUAL = 300;

  private final Lexicon lexicon;
  private final PhraseWords words;
  private final Map<String, Integer> numbers = HashMap.newHashMap(WORDS_USUAL);
  private final List<String> stems = new ArrayList<>(List.of(""));
  private final Map<Long, Candidate> candidates = LinkedHashMap.newLinkedHashMap(WORDS_USUAL);

  Candidates(Lexicon lexicon, PhraseWords words) {
    this.lexicon = lexicon;
    this.words = words;
  }

  Collection<Candidate> all() {
    return candidates.values();
  }

  /// @param offset how many words of the article stand before the sentence
  void collect(Sentence sentence, int offset) {
    List<Token> tokens = sentence.tokens();
    int[] row = new int[tokens.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = words.usable(tokens.get(i), i == 0) ? number(tokens.get(i)) : UNUSABLE;
    }
    for (int from = 0; from < row.length; from++) {
      long key = 0;
      boolean noun = from > 0 && words.before().contains(tokens.get(from - 1).lower());
      for (int to = from; to < Math.min(row.length, from + WORDS_MAX); to++) {
        if (row[to] == UNUSABLE) {
          break;
        }
        key = (key << STEM_BITS) | row[to];
        boolean whole = noun && to > from && words.nounPhrase(tokens, to);
        candidate(key, row, from, to, offset).saw(tokens, from, noun, whole);
      }
    }
  }

  private Candidate candidate(long key, int[] row, int from, int to, int offset) {
    Candidate it = candidates.get(key);
    if (it == null) {
      int letters = stems.get(row[from]).length();
      it = new Candidate(Arrays.copyOfRange(row, from, to + 1), letters, offset + from);
      if (candidates.size() < CANDIDATES_MAX) {
        candidates.put(key, it);
      }
    }
    return it;
  }

  private int number(Token token) {
    String stem = lexicon.stem(words.language(), token.lower());
    Integer known = numbers.get(stem);
    if (known == null) {
      known = stems.size();
      numbers.put(stem, known);
      stems.add(stem);
    }
    return known;
  }

  /// Tells the candidates all of whose words the title has.
  void title(Sentence title) {
    boolean[] has = new boolean[stems.size()];
    for (Token it : title.tokens()) {
      has[numbers.getOrDefault(lexicon.stem(words.language(), it.lower()), UNUSABLE)] = true;
    }
    for (Candidate it : candidates.values()) {
      it.title = true;
      for (int stem : it.stems) {
        it.title &= has[stem];
      }
    }
  }

  /// The stems of a candidate, parted by spaces.
  String stems(Candidate candidate) {
    return String.join(" ", Arrays.stream(candidate.stems).mapToObj(stems::get).toList());
  }
}
