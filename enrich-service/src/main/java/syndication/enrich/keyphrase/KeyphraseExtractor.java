package syndication.enrich.keyphrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.words.Lexicon;
import syndication.enrich.words.WordLists;

/// Key phrases by statistics: one to three words in a row, often and early in the article, no stop
/// word in them, none inside another or inside a tag.
public final class KeyphraseExtractor {

  private static final int WORDS_MAX = 3;
  private static final int SENTENCES_MAX = 80;
  private static final int CANDIDATES_MAX = 4_000;
  private static final int LETTERS_LEAST = 3;
  private static final int FILLED_MOST = 4;
  private static final int LONG_LETTERS = 7;

  private final Lexicon lexicon;
  private final int most;
  private final Map<String, Set<String>> weak = new HashMap<>();

  private static final class Candidate {
    final Map<String, Integer> forms = new LinkedHashMap<>();
    final List<String> stems;
    final int first;
    int count;
    boolean title;

    /// Whether it stood behind an article or a preposition once, as nouns do.
    boolean noun;

    /// Whether it stood between an article and a small word or a mark: a whole noun phrase.
    boolean whole;

    Candidate(List<String> stems, int first) {
      this.stems = stems;
      this.first = first;
    }

    void saw(boolean behindArticle, boolean asWhole) {
      noun |= behindArticle;
      whole |= asWhole;
    }

    // A long word of the first third says what an article is about.
    boolean early(int length) {
      return first * 3 < length && stems.getFirst().length() >= LONG_LETTERS;
    }
  }

  /// Which words of a language can stand in a key phrase.
  ///
  /// @param weak words that say nothing at either end of a phrase, though they do inside
  /// @param before what stands before a noun; empty where we do not know
  /// @param names what tags carry already
  private record Words(
      String language, Set<String> stops, Set<String> weak, Set<String> before, Set<String> names) {

    // A capital inside a sentence begins a name, and names are tags; German nouns have one too.
    boolean usable(Token token, boolean first) {
      boolean name = token.capital() && !first && !"de".equals(language);
      return token.word()
          && !name
          && token.text().length() >= LETTERS_LEAST
          && !stops.contains(token.lower())
          && !names.contains(token.lower())
          && !token.text().endsWith("'")
          && !token.text().endsWith("’");
    }

    // Only English puts its verbs where small words part them from the noun.
    boolean nounPhrase(List<Token> tokens, int last) {
      String word = tokens.get(last).lower();
      return "en".equals(language)
          && !word.endsWith("ed")
          && !word.endsWith("ing")
          && !word.endsWith("ly")
          && endsAt(tokens, last + 1);
    }

    private boolean endsAt(List<Token> tokens, int at) {
      return at >= tokens.size()
          || !tokens.get(at).word()
          || stops.contains(tokens.get(at).lower())
          || weak.contains(tokens.get(at).lower());
    }

    boolean stands(String form) {
      int first = form.indexOf(' ');
      String last = form.substring(form.lastIndexOf(' ') + 1);
      return !weak.contains(last) && !weak.contains(first < 0 ? form : form.substring(0, first));
    }
  }

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
    var words = new Words(language, stops, weak(language), weak("before-" + language), nameWords);
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    title.forEach(it -> collect(it, 0, words, candidates));
    int offset = 0;
    for (Sentence it : sentences.subList(0, Math.min(SENTENCES_MAX, sentences.size()))) {
      collect(it, offset, words, candidates);
      offset += it.tokens().size();
    }
    Set<String> titleStems = new HashSet<>();
    for (Sentence it : title) {
      it.tokens().forEach(token -> titleStems.add(lexicon.stem(language, token.lower())));
    }
    for (Candidate it : candidates.values()) {
      it.title = titleStems.containsAll(it.stems);
    }
    return best(candidates, Math.max(offset, 1), words);
  }

  private Set<String> weak(String section) {
    return weak.getOrDefault(section, Set.of());
  }

  private void collect(
      Sentence sentence, int offset, Words words, Map<String, Candidate> candidates) {
    List<Token> tokens = sentence.tokens();
    for (int from = 0; from < tokens.size(); from++) {
      var stems = new ArrayList<String>(WORDS_MAX);
      var form = new StringBuilder();
      for (int to = from; to < tokens.size() && to < from + WORDS_MAX; to++) {
        Token token = tokens.get(to);
        if (!words.usable(token, to == 0)) {
          break;
        }
        stems.add(lexicon.stem(words.language(), token.lower()));
        form.append(form.isEmpty() ? "" : " ").append(token.lower());
        boolean noun = from > 0 && words.before().contains(tokens.get(from - 1).lower());
        boolean whole = noun && to > from && words.nounPhrase(tokens, to);
        add(candidates, stems, form.toString(), offset + from).saw(noun, whole);
      }
    }
  }

  private static Candidate add(
      Map<String, Candidate> candidates, List<String> stems, String form, int position) {
    String key = String.join(" ", stems);
    Candidate it = candidates.get(key);
    if (it == null) {
      it = new Candidate(List.copyOf(stems), position);
      if (candidates.size() < CANDIDATES_MAX) {
        candidates.put(key, it);
      }
    }
    it.count++;
    it.forms.merge(form, 1, Integer::sum);
    return it;
  }

  private List<String> best(Map<String, Candidate> candidates, int length, Words words) {
    record Scored(Candidate candidate, double score) {}
    var scored = new ArrayList<Scored>();
    for (Candidate it : candidates.values()) {
      int size = it.stems.size();
      // A phrase seen once is chance; a lone word has to be frequent, or in the title.
      boolean often = it.count >= (size > 1 || it.title || it.early(length) ? 2 : 3);
      boolean lone = size == 1 && !words.before().isEmpty() && !it.noun;
      if (often && !lone && words.stands(form(it))) {
        double early = 1 + Math.pow(1 - Math.min(1.0, (double) it.first / length), 2);
        double score =
            Math.log1p(it.count) * early * (size == 1 ? 0.6 : 1.1) * (it.title ? 1.7 : 1);
        scored.add(new Scored(it, score));
      }
    }
    scored.sort(
        Comparator.comparingDouble((Scored it) -> -it.score())
            .thenComparingInt(it -> it.candidate().first)
            .thenComparing(it -> String.join(" ", it.candidate().stems)));
    var taken = new ArrayList<List<String>>();
    var phrases = new ArrayList<String>();
    for (Scored it : scored) {
      List<String> stems = it.candidate().stems;
      boolean overlaps = taken.stream().anyMatch(other -> !disjoint(other, stems));
      if (!overlaps && phrases.size() < most) {
        taken.add(stems);
        phrases.add(form(it.candidate()));
      }
    }
    fill(candidates, length, words, taken, phrases);
    return List.copyOf(phrases);
  }

  // A short article says nothing twice: its first whole noun phrases have to do.
  private void fill(
      Map<String, Candidate> candidates,
      int length,
      Words words,
      List<List<String>> taken,
      List<String> phrases) {
    for (Candidate it : candidates.values()) {
      if (phrases.size() >= Math.min(FILLED_MOST, most)) {
        return;
      }
      boolean fits = it.whole && it.first * 2 < length && words.stands(form(it));
      if (fits && taken.stream().allMatch(other -> disjoint(other, it.stems))) {
        taken.add(it.stems);
        phrases.add(form(it));
      }
    }
  }

  private static boolean disjoint(List<String> a, List<String> b) {
    return a.stream().noneMatch(b::contains);
  }

  private static String form(Candidate candidate) {
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> it : candidate.forms.entrySet()) {
      if (it.getValue() > most) {
        most = it.getValue();
        best = it.getKey();
      }
    }
    return best;
  }
}
