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

/// Key phrases by statistics: one to three words in a row, often and early in the article, no stop
/// word in them, none inside another or inside a tag.
public final class KeyphraseExtractor {

  private static final int WORDS_MAX = 3;
  private static final int SENTENCES_MAX = 80;
  private static final int CANDIDATES_MAX = 4_000;
  private static final int LETTERS_LEAST = 3;

  private final Lexicon lexicon;
  private final int most;

  private static final class Candidate {
    final Map<String, Integer> forms = new LinkedHashMap<>();
    final List<String> stems;
    final int first;
    int count;
    boolean title;

    Candidate(List<String> stems, int first) {
      this.stems = stems;
      this.first = first;
    }
  }

  /// @param most key phrases of one article
  public KeyphraseExtractor(Lexicon lexicon, int most) {
    this.lexicon = lexicon;
    this.most = most;
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
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    int words = 0;
    for (Sentence it : sentences.subList(0, Math.min(SENTENCES_MAX, sentences.size()))) {
      collect(it, words, stops, nameWords, language, candidates);
      words += it.tokens().size();
    }
    Set<String> titleStems = new HashSet<>();
    for (Sentence it : title) {
      it.tokens().forEach(token -> titleStems.add(lexicon.stem(language, token.lower())));
    }
    for (Candidate it : candidates.values()) {
      it.title = titleStems.containsAll(it.stems);
    }
    return best(candidates, Math.max(words, 1));
  }

  private void collect(
      Sentence sentence,
      int offset,
      Set<String> stops,
      Set<String> names,
      String language,
      Map<String, Candidate> candidates) {
    List<Token> tokens = sentence.tokens();
    for (int from = 0; from < tokens.size(); from++) {
      var stems = new ArrayList<String>(WORDS_MAX);
      var form = new StringBuilder();
      for (int to = from; to < tokens.size() && to < from + WORDS_MAX; to++) {
        Token token = tokens.get(to);
        if (!usable(token, stops, names)) {
          break;
        }
        stems.add(lexicon.stem(language, token.lower()));
        form.append(form.isEmpty() ? "" : " ").append(token.lower());
        add(candidates, stems, form.toString(), offset + from);
      }
    }
  }

  private static boolean usable(Token token, Set<String> stops, Set<String> names) {
    return token.word()
        && token.text().length() >= LETTERS_LEAST
        && !stops.contains(token.lower())
        && !names.contains(token.lower())
        && !token.text().endsWith("'")
        && !token.text().endsWith("’");
  }

  private static void add(
      Map<String, Candidate> candidates, List<String> stems, String form, int position) {
    String key = String.join(" ", stems);
    Candidate it = candidates.get(key);
    if (it == null) {
      if (candidates.size() >= CANDIDATES_MAX) {
        return;
      }
      it = new Candidate(List.copyOf(stems), position);
      candidates.put(key, it);
    }
    it.count++;
    it.forms.merge(form, 1, Integer::sum);
  }

  private List<String> best(Map<String, Candidate> candidates, int words) {
    record Scored(Candidate candidate, double score) {}
    var scored = new ArrayList<Scored>();
    for (Candidate it : candidates.values()) {
      int length = it.stems.size();
      // A phrase seen once is chance; a lone word has to be frequent, or in the title.
      boolean often = it.count >= (length > 1 || it.title ? 2 : 3);
      if (often) {
        double early = 1 + Math.pow(1 - Math.min(1.0, (double) it.first / words), 2);
        double score =
            Math.log1p(it.count) * early * (length == 1 ? 0.6 : 1.1) * (it.title ? 1.7 : 1);
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
    return List.copyOf(phrases);
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
