package syndication.enrich;

import java.util.ArrayList;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import syndication.enrich.curation.CurationFiles;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.FollowUp;
import syndication.enrich.enrichment.Plugs;
import syndication.enrich.enrichment.Stages;
import syndication.enrich.entity.Gazetteer;
import syndication.enrich.entity.RuleRecogniser;
import syndication.enrich.language.LanguageDetector;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.model.ChatModel;
import syndication.enrich.model.ModelSummariser;
import syndication.enrich.model.SummaryCheck;
import syndication.enrich.modelhttp.ConditionalOnModel;
import syndication.enrich.modelhttp.ModelProperties;
import syndication.enrich.opennlp.OpenNlpLanguages;
import syndication.enrich.reading.LineRules;
import syndication.enrich.summary.SentenceCheck;
import syndication.enrich.words.Lexicon;

/// Makes the stages as the operator wants them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnrichProperties.class)
@Import(EngineConfiguration.class)
class EnrichConfiguration {

  @Bean
  Stages.Options stageOptions(EnrichProperties properties) {
    var files = new CurationFiles();
    var names = new ArrayList<Gazetteer.Entry>();
    properties.gazetteers().forEach(it -> names.addAll(files.names(it)));
    return new Stages.Options(
        properties.stages(),
        properties.languageThreshold(),
        properties.tagsMost(),
        properties.topicsMost(),
        properties.keyphrasesMost(),
        properties.summaryWordsLeast(),
        properties.summaryWordsMost(),
        names,
        files.curation(properties.aliases(), properties.removals()));
  }

  @Bean
  Enricher enricher(Stages.Options options, Plugs plugs) {
    var stages = new Stages(options, new LuceneLexicon(), new OpenNlpLanguages(), plugs);
    return new Enricher(stages.chosen(), System::nanoTime);
  }

  /// The same stages, with a language model for the summary.
  @Bean
  @ConditionalOnModel
  FollowUp followUp(
      Stages.Options options,
      Plugs plugs,
      ModelProperties model,
      ChatModel chat,
      ModelSummariser.Watch watch) {
    Lexicon lexicon = new LuceneLexicon();
    var languages = new OpenNlpLanguages();
    var bounds =
        new ModelSummariser.Bounds(
            options.summaryWordsLeast(),
            options.summaryWordsMost(),
            model.textCharsMost(),
            model.answerTokensMost());
    var check =
        new SummaryCheck(
            lexicon,
            new LanguageDetector(lexicon, languages, options.languageThreshold()),
            new RuleRecogniser(new Gazetteer(options.gazetteer()), lexicon),
            new SentenceCheck(new LineRules()),
            bounds);
    var withModel =
        plugs.withSummary(
            new Plugs.Plug<>(
                it -> new ModelSummariser(chat, check, bounds, lexicon, it, watch), model.name()));
    var stages = new Stages(options, lexicon, languages, withModel);
    return new FollowUp(
        new Enricher(stages.chosen(), System::nanoTime), model.queueMost(), model.concurrent());
  }
}
