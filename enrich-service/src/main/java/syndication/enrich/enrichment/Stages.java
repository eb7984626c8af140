package syndication.enrich.enrichment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import syndication.enrich.entity.Curation;
import syndication.enrich.entity.EntityRecogniser;
import syndication.enrich.entity.Gazetteer;
import syndication.enrich.entity.RuleRecogniser;
import syndication.enrich.entity.Tag;
import syndication.enrich.entity.Tagger;
import syndication.enrich.fingerprint.Fingerprint;
import syndication.enrich.keyphrase.KeyphraseExtractor;
import syndication.enrich.language.LanguageDetector;
import syndication.enrich.language.LanguageModel;
import syndication.enrich.reading.Cleaner;
import syndication.enrich.reading.LineRules;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.SentenceSplitter;
import syndication.enrich.segment.Tokenizer;
import syndication.enrich.summary.ExtractiveSummariser;
import syndication.enrich.summary.SentenceCheck;
import syndication.enrich.summary.Summariser;
import syndication.enrich.topic.Topic;
import syndication.enrich.topic.TopicClassifier;
import syndication.enrich.topic.Vocabulary;
import syndication.enrich.topic.WordListTopics;
import syndication.enrich.words.Lexicon;

/// The stages of this service, made once and used for every article.
public final class Stages {

  /// All stages in their order.
  public static final List<String> ORDER =
      List.of(
          "reading", "language", "segment", "entities", "topics", "keyphrases", "summary", "facts");

  /// What an operator may change.
  ///
  /// @param names which stages run, in which order
  /// @param languageThreshold below it the language is `und`
  public record Options(
      List<String> names,
      double languageThreshold,
      int tagsMost,
      int topicsMost,
      int keyphrasesMost,
      int summaryWordsLeast,
      int summaryWordsMost,
      List<Gazetteer.Entry> gazetteer,
      Curation curation) {

    public static final Options DEFAULT =
        new Options(ORDER, 0.2, 15, 6, 8, 45, 65, List.of(), Curation.NONE);

    public Options {
      names = List.copyOf(names);
      gazetteer = List.copyOf(gazetteer);
    }
  }

  /// More sentences than the longest article; what follows is not looked at.
  static final int SENTENCES_MAX = 2_000;

  private final Map<String, Stage> all = new LinkedHashMap<>();
  private final List<Stage> chosen;

  private record Step(
      String name, String version, UnaryOperator<Draft> work, ToDoubleFunction<Draft> sure)
      implements Stage {
    @Override
    public Draft apply(Draft draft) {
      return work.apply(draft);
    }

    @Override
    public double confidence(Draft after) {
      return sure.applyAsDouble(after);
    }
  }

  public Stages(Options options, Lexicon lexicon, LanguageModel model) {
    this(options, lexicon, model, Plugs.NONE);
  }

  /// @param plugs what an operator put in front of our own stages
  public Stages(Options options, Lexicon lexicon, LanguageModel model, Plugs plugs) {
    var rules = new LineRules();
    var splitter = new SentenceSplitter();
    texts(options, lexicon, model, rules, splitter);
    var gazetteer = new Gazetteer(options.gazetteer());
    EntityRecogniser recogniser = plugs.entities().over(new RuleRecogniser(gazetteer, lexicon));
    var tagger = new Tagger(recogniser, options.curation(), options.tagsMost());
    add(
        "entities",
        plugs.entities().version("3"),
        it ->
            it.withTags(
                tagger.tags(it.article().id(), it.reading().title(), it.sentences(), language(it))),
        it -> it.tags().stream().mapToDouble(Tag::confidence).average().orElse(0));
    TopicClassifier topics =
        plugs.topics().over(new WordListTopics(new Vocabulary(), lexicon, options.topicsMost()));
    add(
        "topics",
        plugs.topics().version("3"),
        it ->
            it.withTopics(
                topics.topics(it.title(), it.sentences(), it.article().categories(), language(it))),
        it -> it.topics().stream().mapToDouble(Topic::confidence).max().orElse(0));
    var keyphrases = new KeyphraseExtractor(lexicon, options.keyphrasesMost());
    add(
        "keyphrases",
        "2",
        it -> keyphrases(keyphrases, gazetteer, it),
        it -> it.keyphrases().isEmpty() ? 0 : 0.6);
    Summariser summariser =
        plugs
            .summary()
            .over(
                new ExtractiveSummariser(
                    new SentenceCheck(rules),
                    splitter,
                    lexicon,
                    options.summaryWordsLeast(),
                    options.summaryWordsMost()));
    add(
        "summary",
        plugs.summary().version("2"),
        it ->
            it.with(
                summariser.summarise(
                    it.reading().title(),
                    it.sentences(),
                    it.article().description(),
                    language(it))),
        it -> it.summary().confidence());
    add("facts", "1", Stages::facts, _ -> 1);
    this.chosen = options.names().stream().map(this::named).toList();
  }

  /// The stages that run, in order.
  public List<Stage> chosen() {
    return chosen;
  }

  private Stage named(String name) {
    Stage stage = all.get(name);
    if (stage == null) {
      throw new IllegalArgumentException("stages: " + name + " (expected: any of " + ORDER + ")");
    }
    return stage;
  }

  private void add(
      String name, String version, UnaryOperator<Draft> work, ToDoubleFunction<Draft> sure) {
    all.put(name, new Step(name, version, work, sure));
  }

  private void texts(
      Options options,
      Lexicon lexicon,
      LanguageModel model,
      LineRules rules,
      SentenceSplitter splitter) {
    var cleaner = new Cleaner(rules);
    add(
        "reading",
        "3",
        it -> it.with(cleaner.clean(it.article().title(), it.article().text())),
        _ -> 1);
    var languages = new LanguageDetector(lexicon, model, options.languageThreshold());
    add(
        "language",
        "2",
        it ->
            it.with(
                languages.detect(
                    it.reading().title(),
                    it.reading().beginning(LanguageDetector.SAMPLE_CHARS),
                    it.article().languageHint())),
        it -> it.language().confidence());
    add("segment", "2", it -> segment(it, splitter, rules), _ -> 0.98);
  }

  private static String language(Draft draft) {
    return draft.language().language();
  }

  private static Draft segment(Draft draft, SentenceSplitter splitter, LineRules rules) {
    String language = language(draft);
    var all = new ArrayList<Sentence>();
    var wanted = new ArrayList<Sentence>();
    int block = 0;
    for (String line : draft.reading().lines()) {
      List<String> texts = splitter.split(line, language);
      // What is a line and a sentence at once was looked at when the lines were.
      boolean read = texts.size() == 1;
      for (String text : texts) {
        if (all.size() >= SENTENCES_MAX) {
          break;
        }
        var sentence =
            new Sentence(
                text, block, SentenceSplitter.terminated(text), Tokenizer.tokens(text, language));
        all.add(sentence);
        if (read || rules.unwanted(text) == null) {
          wanted.add(sentence);
        }
      }
      block++;
    }
    String title = draft.reading().title();
    List<Sentence> heading =
        title.isEmpty()
            ? List.of()
            : List.of(new Sentence(title, -1, false, Tokenizer.tokens(title, language)));
    return draft.withSentences(heading, List.copyOf(wanted.isEmpty() ? all : wanted));
  }

  private static Draft keyphrases(KeyphraseExtractor extractor, Gazetteer gazetteer, Draft draft) {
    var names = new ArrayList<String>();
    draft.tags().forEach(it -> names.add(it.label()));
    // Elsewhere a capital tells a name; in German a list has to.
    if ("de".equals(language(draft))) {
      names.addAll(gazetteer.words(draft.sentences(), "de"));
      names.addAll(gazetteer.words(draft.title(), "de"));
    }
    return draft.withKeyphrases(
        extractor.keyphrases(draft.title(), draft.sentences(), names, language(draft)));
  }

  private static Draft facts(Draft draft) {
    int words = draft.sentences().stream().mapToInt(Sentence::words).sum();
    return draft.withFacts(words, Fingerprint.of(draft.sentences()));
  }
}
