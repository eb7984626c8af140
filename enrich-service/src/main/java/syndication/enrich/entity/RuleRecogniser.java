package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
  // Fewer different words of sport stand in any report, as a figure of speech.
  private static final int SPORT_WORDS_LEAST = 5;
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
    Set<String> small = new HashSet<>();
    Set<String> capital = new HashSet<>();
    sentences.forEach(it -> count(it, small, capital));
    boolean nouns = NOUNS_CAPITAL.contains(language);
    var runs = new Runs(cues, names, lexicon.stopWords(language), small, capital, nouns);
    boolean sporty = sporty(cues, small);
    var evidence = new Evidence(new TextFacts(cues, names, small, sporty, nouns));
    var spans = new ArrayList<Span>();
    for (int i = 0; i < sentences.size() && spans.size() < SPANS_MAX; i++) {
      for (Span it : runs.find(i, sentences.get(i))) {
        evidence.weigh(it);
        spans.add(it);
      }
    }
    return decide(spans, cues, sporty);
  }

  private static void count(Sentence sentence, Set<String> small, Set<String> capital) {
    boolean first = true;
    for (Token it : sentence.tokens()) {
      if (it.word()) {
        if (!it.capital()) {
          small.add(it.lower());
        } else if (!first) {
          capital.add(it.lower());
        }
        first = false;
      }
    }
  }

  // A text with several of its words is about sport, and a town that plays is its club.
  private static boolean sporty(Cues cues, Set<String> small) {
    return cues.sport.stream().filter(small::contains).limit(SPORT_WORDS_LEAST).count()
        == SPORT_WORDS_LEAST;
  }

  private static List<Mention> decide(List<Span> spans, Cues cues, boolean sporty) {
    Map<String, double[]> byName = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Span it : spans) {
      double[] sum = byName.computeIfAbsent(it.text, _ -> new double[it.scores.length]);
      counts.merge(it.text, 1, Integer::sum);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += it.scores[i];
      }
    }
    var relatives = new Relatives(byName, counts, sporty ? cues.clubTails : Set.of());
    for (Span it : spans) {
      double[] doc = byName.getOrDefault(it.text, it.scores);
      int count = counts.getOrDefault(it.text, 1);
      for (int i = 0; i < doc.length; i++) {
        // What this mention says, and what all of them say together.
        it.total[i] = 0.5 * it.scores[i] + 0.5 * doc[i] / count + relatives.score(it, i, cues);
      }
    }
    Neighbours.share(spans, cues);
    return spans.stream().map(RuleRecogniser::mention).toList();
  }

  private static Mention mention(Span it) {
    int best = it.best();
    double lead = it.lead();
    double confidence = Math.min(0.99, 0.35 + it.total[best] / 12 + Math.min(lead, 4) / 12);
    return new Mention(
        it.sentence,
        it.from,
        it.to,
        it.text,
        EntityType.at(best),
        Math.max(0.1, confidence),
        it.known);
  }
}
