package syndication.enrich.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.segment.Tokenizer;
import syndication.enrich.words.Lexicon;
import syndication.enrich.words.Phrases;
import syndication.enrich.words.WordLists;

/// Topics by weighted word lists per language: `word` weighs 1, `word*2` weighs 2. A source's own
/// category that we know comes first.
public final class WordListTopics implements TopicClassifier {

  private static final int SENTENCES_MAX = 120;
  private static final int LEAD_SENTENCES = 4;
  private static final double TITLE_WEIGHT = 2.5;
  private static final double LEAD_WEIGHT = 1.5;
  private static final double CATEGORY_CONFIDENCE = 0.95;
  // A word used often says little more than one used thrice.
  private static final double REPEAT_DAMPING = 0.6;
  // Less evidence than two good words in a lead is chance.
  private static final double EVIDENCE_LEAST = 2.5;
  private static final double SHARE_OF_BEST_LEAST = 0.5;
  // A topic below a top topic has to explain this much of what speaks for the top topic.
  private static final double SHARE_OF_PARENT_LEAST = 0.4;
  private static final int BELOW_ONE_MOST = 2;
  // A report on a museum that mentions a film is not about cinema.
  private static final int WORDS_BELOW_LEAST = 2;

  private record Weight(String code, double weight) {}

  /// @param seen by word, what its next occurrence is worth
  /// @param scores by topic
  /// @param different by topic, how many different words spoke for it
  private record Counts(
      Map<String, Double> seen, Map<String, Double> scores, Map<String, Integer> different) {}

  private final Vocabulary vocabulary;
  private final Lexicon lexicon;
  private final int most;
  private final Map<String, Boolean> languages = new ConcurrentHashMap<>();
  private final Map<String, Phrases<List<Weight>>> byLanguage = new ConcurrentHashMap<>();

  /// @param most topics of one article
  public WordListTopics(Vocabulary vocabulary, Lexicon lexicon, int most) {
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
    this.most = most;
  }

  @Override
  public List<Topic> topics(
      List<Sentence> title, List<Sentence> sentences, List<String> categories, String language) {
    Map<String, Double> confidence = new LinkedHashMap<>();
    for (String category : categories) {
      String code = vocabulary.codeOf(category);
      if (code != null) {
        confidence.putIfAbsent(code, CATEGORY_CONFIDENCE);
      }
    }
    if (languages.computeIfAbsent(language, it -> WordLists.exists("topics-" + it))) {
      scored(title, sentences, language).forEach(confidence::putIfAbsent);
    }
    withParents(confidence);
    var topics = new ArrayList<Topic>();
    confidence.forEach((code, sure) -> {
      Vocabulary.Concept concept = vocabulary.concept(code);
      if (concept != null) {
        topics.add(new Topic(code, concept.label(), Math.round(sure * 100) / 100.0));
      }
    });
    topics.sort(Comparator.comparingDouble(Topic::confidence).reversed());
    return List.copyOf(topics.subList(0, Math.min(most, topics.size())));
  }

  private void withParents(Map<String, Double> confidence) {
    for (Map.Entry<String, Double> it : List.copyOf(confidence.entrySet())) {
      Vocabulary.Concept concept = vocabulary.concept(it.getKey());
      String parent = concept == null ? null : concept.parent();
      if (parent != null) {
        confidence.merge(parent, it.getValue(), Math::max);
      }
    }
  }

  private Map<String, Double> scored(
      List<Sentence> title, List<Sentence> sentences, String language) {
    Phrases<List<Weight>> lists = byLanguage.computeIfAbsent(language, this::read);
    var counts = new Counts(new HashMap<>(), new TreeMap<>(), new HashMap<>());
    title.forEach(it -> count(it, language, lists, TITLE_WEIGHT, counts));
    int position = 0;
    for (Sentence it : sentences.subList(0, Math.min(sentences.size(), SENTENCES_MAX))) {
      count(it, language, lists, position++ < LEAD_SENTENCES ? LEAD_WEIGHT : 1, counts);
    }
    Map<String, Double> scores = counts.scores();
    double best = 0;
    double all = 0;
    for (Map.Entry<String, Double> it : scores.entrySet()) {
      if (parent(it.getKey()) == null) {
        best = Math.max(best, it.getValue());
        all += it.getValue();
      }
    }
    Map<String, Double> confidence = new LinkedHashMap<>();
    for (Map.Entry<String, Double> it : scores.entrySet()) {
      double score = it.getValue();
      boolean top = parent(it.getKey()) == null;
      if (top && score >= EVIDENCE_LEAST && score >= best * SHARE_OF_BEST_LEAST) {
        double evidence = score / (score + 4);
        double sure = Math.min(0.94, evidence * (0.35 + 0.65 * Math.sqrt(score / all)) + 0.1);
        confidence.put(it.getKey(), sure);
        below(it.getKey(), sure, counts, confidence);
      }
    }
    return confidence;
  }

  // A little less sure than of the top topic itself, for readers expect that first.
  private void below(String top, double sure, Counts counts, Map<String, Double> confidence) {
    double whole = counts.scores().getOrDefault(top, 0.0);
    counts.scores().entrySet().stream()
        .filter(it -> top.equals(parent(it.getKey())))
        .filter(it -> counts.different().getOrDefault(it.getKey(), 0) >= WORDS_BELOW_LEAST)
        .filter(it -> it.getValue() >= Math.max(EVIDENCE_LEAST, whole * SHARE_OF_PARENT_LEAST))
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(BELOW_ONE_MOST)
        .forEach(it -> confidence.put(it.getKey(), sure * (0.6 + 0.35 * it.getValue() / whole)));
  }

  private @Nullable String parent(String code) {
    Vocabulary.Concept concept = vocabulary.concept(code);
    return concept == null ? null : concept.parent();
  }

  private void count(
      Sentence sentence,
      String language,
      Phrases<List<Weight>> lists,
      double place,
      Counts counts) {
    List<Token> tokens = sentence.tokens();
    String[] stems = new String[tokens.size()];
    for (int i = 0; i < stems.length; i++) {
      stems[i] = stem(tokens.get(i), language);
    }
    for (int i = 0; i < stems.length; i++) {
      Phrases.Match<List<Weight>> match = lists.longestAt(at -> stems[at], i, stems.length);
      if (match == null) {
        continue;
      }
      Double repeat = counts.seen().get(stems[i]);
      double share = repeat == null ? 1 : repeat;
      counts.seen().put(stems[i], share * REPEAT_DAMPING);
      for (Weight it : match.value()) {
        counts.scores().merge(it.code(), it.weight() * place * share, Double::sum);
        counts.different().merge(it.code(), repeat == null ? 1 : 0, Integer::sum);
      }
      i += match.length() - 1;
    }
  }

  private Phrases<List<Weight>> read(String language) {
    WordLists lists = WordLists.load("topics-" + language);
    Map<List<String>, Map<String, Double>> weights = new LinkedHashMap<>();
    for (String section : lists.sections()) {
      String code = "medtop:" + section;
      String parent = parent(code);
      for (String entry : lists.entries(section)) {
        int star = entry.indexOf('*');
        double weight = star < 0 ? 1 : Double.parseDouble(entry.substring(star + 1));
        String words = (star < 0 ? entry : entry.substring(0, star)).toLowerCase(Locale.ROOT);
        List<String> stems = new ArrayList<>();
        Tokenizer.tokens(words.strip(), language).forEach(it -> stems.add(stem(it, language)));
        Map<String, Double> of = weights.computeIfAbsent(stems, _ -> new LinkedHashMap<>());
        of.merge(code, weight, Math::max);
        if (parent != null) {
          of.merge(parent, weight, Math::max);
        }
      }
    }
    var phrases = new Phrases<List<Weight>>();
    weights.forEach((stems, of) -> {
      // A word that speaks for several top topics speaks less for each.
      int tops = (int) of.keySet().stream().filter(it -> parent(it) == null).count();
      double share = 1 / Math.sqrt(Math.max(1, tops));
      var each = new ArrayList<Weight>();
      of.forEach((code, weight) -> each.add(new Weight(code, weight * share)));
      phrases.add(stems, List.copyOf(each));
    });
    return phrases;
  }

  private String stem(Token token, String language) {
    if (!token.word()) {
      return token.text();
    }
    return language.equals("en")
        ? Singular.of(token.lower())
        : lexicon.stem(language, token.lower());
  }
}
