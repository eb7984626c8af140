package syndication.enrich.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.SentenceSplitter;
import syndication.enrich.segment.Token;
import syndication.enrich.segment.Tokenizer;
import syndication.enrich.words.Lexicon;

/// Summaries of whole sentences of the article: those that come first, say most and share the
/// title's words, within a budget of words. The source's own description goes before them.
public final class ExtractiveSummariser implements Summariser {

  private static final int CANDIDATES_MAX = 14;
  private static final int SENTENCES_MAX = 4;
  // A sentence of few words says little, and most often leans on its neighbours.
  private static final int SHORT_WORDS = 8;
  private static final double SHORT_COST = 0.35;
  // Two sentences that share this much are one, said twice.
  private static final double REPEATED = 0.75;
  private static final int LOOK_SENTENCES = 80;
  private static final int DESCRIPTION_WORDS_LEAST = 20;
  private static final int DESCRIPTION_WORDS_MAX = 75;

  private final SentenceCheck check;
  private final SentenceSplitter splitter;
  private final Lexicon lexicon;
  private final int wordsLeast;
  private final int wordsMost;

  private record Candidate(
      Sentence sentence,
      int position,
      int words,
      double score,
      boolean opens,
      Set<String> content) {}

  public ExtractiveSummariser(
      SentenceCheck check,
      SentenceSplitter splitter,
      Lexicon lexicon,
      int wordsLeast,
      int wordsMost) {
    if (wordsLeast < 1 || wordsMost < wordsLeast) {
      throw new IllegalArgumentException(
          "words: %d to %d (expected: 1 or more, in order)".formatted(wordsLeast, wordsMost));
    }
    this.check = check;
    this.splitter = splitter;
    this.lexicon = lexicon;
    this.wordsLeast = wordsLeast;
    this.wordsMost = wordsMost;
  }

  @Override
  public Summary summarise(
      String title, List<Sentence> sentences, @Nullable String description, String language) {
    List<Candidate> candidates = candidates(title, sentences, language);
    String teaser = teaser(candidates, sentences, language);
    if (description != null) {
      List<Sentence> own = described(description, title, language);
      if (!own.isEmpty()) {
        String first = teaser(candidates(title, own, language), own, language);
        return new Summary(
            description.strip(), first == null ? teaser : first, Summary.Method.DESCRIPTION, 0.9);
      }
    }
    List<Candidate> chosen = choose(candidates);
    if (!chosen.isEmpty()) {
      return new Summary(join(chosen, language), teaser, Summary.Method.EXTRACTIVE, 0.8);
    }
    return fallback(sentences, teaser, language);
  }

  private List<Sentence> described(String description, String title, String language) {
    if (!check.cleanDescription(description, title)) {
      return List.of();
    }
    List<Sentence> sentences = new ArrayList<>();
    for (String it : splitter.split(description.strip(), language)) {
      sentences.add(new Sentence(it, 0, true, Tokenizer.tokens(it, language)));
    }
    int words = sentences.stream().mapToInt(Sentence::words).sum();
    boolean fits = words >= DESCRIPTION_WORDS_LEAST && words <= DESCRIPTION_WORDS_MAX;
    return fits
            && sentences.stream().allMatch(check::stands)
            && check.opens(sentences.getFirst(), language)
        ? sentences
        : List.of();
  }

  private List<Candidate> candidates(String title, List<Sentence> sentences, String language) {
    List<Sentence> look = sentences.subList(0, Math.min(LOOK_SENTENCES, sentences.size()));
    Set<String> stops = lexicon.stopWords(language);
    Map<String, Integer> counts = new HashMap<>();
    for (Sentence it : look) {
      it.tokens().forEach(token -> count(token, stops, counts));
    }
    Set<String> titleWords = new HashSet<>();
    Tokenizer.tokens(title, language).forEach(it -> titleWords.add(it.lower()));
    titleWords.removeAll(stops);
    var candidates = new ArrayList<Candidate>();
    // What is unwanted is left out before, unless nothing else is there.
    if (look.isEmpty() || !check.wanted(look.getFirst())) {
      return candidates;
    }
    for (int i = 0; i < look.size() && candidates.size() < CANDIDATES_MAX; i++) {
      Sentence it = look.get(i);
      int words = it.words();
      if (words > wordsMost || !check.states(it)) {
        continue;
      }
      Set<String> content = content(it, stops);
      if (!repeats(content, candidates)) {
        candidates.add(
            new Candidate(
                it,
                i,
                words,
                score(it, content, candidates.size(), counts, titleWords),
                check.opens(it, language),
                content));
      }
    }
    return candidates;
  }

  private static boolean repeats(Set<String> content, List<Candidate> candidates) {
    for (Candidate it : candidates) {
      int most = Math.max(content.size(), it.content().size());
      int shared = 0;
      for (String word : content) {
        shared += it.content().contains(word) ? 1 : 0;
      }
      if (most > 3 && shared >= REPEATED * most) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> content(Sentence sentence, Set<String> stops) {
    Set<String> words = new HashSet<>();
    for (Token it : sentence.tokens()) {
      if (it.word() && !stops.contains(it.lower())) {
        words.add(it.lower());
      }
    }
    return words;
  }

  private static void count(Token token, Set<String> stops, Map<String, Integer> counts) {
    if (token.word() && !stops.contains(token.lower())) {
      counts.merge(token.lower(), 1, Integer::sum);
    }
  }

  private static double score(
      Sentence sentence,
      Set<String> content,
      int rank,
      Map<String, Integer> counts,
      Set<String> title) {
    double central = 0;
    int shared = 0;
    for (String it : content) {
      central += Math.min(counts.getOrDefault(it, 1), 6) - 1;
      shared += title.contains(it) ? 1 : 0;
    }
    double density = content.isEmpty() ? 0 : central / (content.size() + 6);
    double overlap = title.isEmpty() ? 0 : (double) shared / title.size();
    double cost = sentence.words() < SHORT_WORDS ? SHORT_COST : 0;
    return 2.0 / (1 + rank) + 0.4 * density + 0.5 * overlap - cost;
  }

  // Tries every few of the first candidates: the best that fits the budget, in the text's order.
  private List<Candidate> choose(List<Candidate> candidates) {
    var best = new Best();
    extend(candidates, 0, new ArrayList<>(), 0, 0, best);
    return best.chosen;
  }

  private static final class Best {
    List<Candidate> chosen = List.of();
    double score = Double.NEGATIVE_INFINITY;
  }

  private void extend(
      List<Candidate> candidates,
      int from,
      List<Candidate> taken,
      int words,
      double score,
      Best best) {
    if (!taken.isEmpty()) {
      double missing = Math.max(0, wordsLeast - words) / (double) wordsLeast;
      double total = score - 4 * missing;
      if (total > best.score) {
        best.score = total;
        best.chosen = List.copyOf(taken);
      }
    }
    if (taken.size() == SENTENCES_MAX) {
      return;
    }
    for (int i = from; i < candidates.size(); i++) {
      Candidate it = candidates.get(i);
      if (words + it.words() > wordsMost) {
        continue;
      }
      double cost = it.opens() ? 0 : dangling(taken, it);
      taken.add(it);
      extend(candidates, i + 1, taken, words + it.words(), score + it.score() - cost, best);
      taken.removeLast();
    }
  }

  // "He said …" may follow the sentence that names him, and nothing else.
  private static double dangling(List<Candidate> taken, Candidate it) {
    boolean follows = !taken.isEmpty() && taken.getLast().position() == it.position() - 1;
    return follows ? 0.35 : 50;
  }

  private static String join(List<Candidate> chosen, String language) {
    String space = Set.of("zh", "ja").contains(language) ? "" : " ";
    return String.join(space, chosen.stream().map(it -> it.sentence().text()).toList());
  }

  // The first sentence that can open, cut if it must be: what comes later says less.
  private @Nullable String teaser(
      List<Candidate> candidates, List<Sentence> sentences, String language) {
    Set<String> stops = lexicon.stopWords(language);
    for (Candidate it : candidates) {
      if (it.opens()) {
        return Teasers.of(it.sentence().text(), language, stops);
      }
    }
    Sentence first =
        candidates.isEmpty()
            ? sentences.isEmpty() ? null : sentences.getFirst()
            : candidates.getFirst().sentence();
    return first == null ? null : Teasers.of(first.text(), language, stops);
  }

  // Nothing can stand by itself: the first sentence, cut to the budget, is better than nothing.
  private Summary fallback(List<Sentence> sentences, @Nullable String teaser, String language) {
    Sentence best = null;
    for (Sentence it : sentences.subList(0, Math.min(LOOK_SENTENCES, sentences.size()))) {
      boolean better =
          best == null
              || (SentenceCheck.question(best.text()) && !SentenceCheck.question(it.text()))
              || (!best.terminated() && it.terminated());
      best = better ? it : best;
    }
    if (best == null) {
      return Summary.NONE;
    }
    return new Summary(cut(best, language), teaser, Summary.Method.EXTRACTIVE, 0.3);
  }

  private String cut(Sentence sentence, String language) {
    if (sentence.words() <= wordsMost) {
      return sentence.text();
    }
    int words = 0;
    for (Token it : sentence.tokens()) {
      words += it.kind() == Token.Kind.MARK ? 0 : 1;
      if (words == wordsMost) {
        return sentence.text().substring(0, it.end()) + "…";
      }
    }
    return Teasers.of(sentence.text(), language, lexicon.stopWords(language));
  }
}
