package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.words.Lexicon;
import syndication.enrich.words.Phrases;

/// Names by rules and lists of our own: what a name is, is decided by the evidence of all its
/// mentions in the text.
public final class RuleRecogniser implements EntityRecogniser {

  /// A book's worth of names; what follows is not looked at.
  static final int SPANS_MAX = 2_000;

  private static final int SENTENCES_MAX = 600;
  private static final Set<String> NOUNS_CAPITAL = Set.of("de", "lb");

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;

  public RuleRecogniser(Gazetteer gazetteer, Lexicon lexicon) {
    this.gazetteer = gazetteer;
    this.lexicon = lexicon;
  }

  @Override
  public List<Mention> mentions(List<Sentence> all, String language) {
    List<Sentence> sentences = all.subList(0, Math.min(SENTENCES_MAX, all.size()));
    Cues cues = Cues.of(language);
    Phrases<Known> names = gazetteer.names(language);
    Map<String, Integer> small = new HashMap<>();
    Map<String, Integer> capital = new HashMap<>();
    sentences.forEach(it -> count(it, small, capital));
    var runs =
        new Runs(
            cues,
            names,
            lexicon.stopWords(language),
            small,
            capital,
            NOUNS_CAPITAL.contains(language));
    var evidence = new Evidence(cues, names, small);
    var spans = new ArrayList<Span>();
    for (int i = 0; i < sentences.size() && spans.size() < SPANS_MAX; i++) {
      for (Span it : runs.find(i, sentences.get(i))) {
        evidence.weigh(it);
        spans.add(it);
      }
    }
    return decide(spans);
  }

  private static void count(
      Sentence sentence, Map<String, Integer> small, Map<String, Integer> capital) {
    boolean first = true;
    for (Token it : sentence.tokens()) {
      if (it.word()) {
        if (!it.capital()) {
          small.merge(it.lower(), 1, Integer::sum);
        } else if (!first) {
          capital.merge(it.lower(), 1, Integer::sum);
        }
        first = false;
      }
    }
  }

  private static List<Mention> decide(List<Span> spans) {
    Map<String, double[]> byName = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Span it : spans) {
      double[] sum = byName.computeIfAbsent(it.text, _ -> new double[it.scores.length]);
      counts.merge(it.text, 1, Integer::sum);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += it.scores[i];
      }
    }
    var relatives = new Relatives(byName, counts);
    var mentions = new ArrayList<Mention>();
    for (Span it : spans) {
      double[] doc = byName.getOrDefault(it.text, it.scores);
      int count = counts.getOrDefault(it.text, 1);
      double[] total = new double[doc.length];
      for (int i = 0; i < total.length; i++) {
        // What this mention says, and what all of them say together.
        total[i] = 0.5 * it.scores[i] + 0.5 * doc[i] / count + relatives.score(it.text, i);
      }
      int best = best(total);
      double lead = total[best] - second(total, best);
      double confidence = Math.min(0.99, 0.35 + total[best] / 12 + Math.min(lead, 4) / 12);
      mentions.add(
          new Mention(
              it.sentence,
              it.from,
              it.to,
              it.text,
              EntityType.at(best),
              Math.max(0.1, confidence),
              it.known));
    }
    return mentions;
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }

  private static double second(double[] scores, int best) {
    double second = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      second = i == best ? second : Math.max(second, scores[i]);
    }
    return second;
  }
}
