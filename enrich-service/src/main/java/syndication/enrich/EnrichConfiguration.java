package syndication.enrich;

import java.util.ArrayList;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import syndication.enrich.curation.CurationFiles;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Stages;
import syndication.enrich.entity.Gazetteer;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;

/// Makes the stages as the operator wants them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnrichProperties.class)
class EnrichConfiguration {

  @Bean
  Enricher enricher(EnrichProperties properties) {
    var files = new CurationFiles();
    var names = new ArrayList<Gazetteer.Entry>();
    properties.gazetteers().forEach(it -> names.addAll(files.names(it)));
    var options =
        new Stages.Options(
            properties.stages(),
            properties.languageThreshold(),
            properties.tagsMost(),
            properties.topicsMost(),
            properties.keyphrasesMost(),
            properties.summaryWordsLeast(),
            properties.summaryWordsMost(),
            names,
            files.curation(properties.aliases(), properties.removals()));
    var stages = new Stages(options, new LuceneLexicon(), new OpenNlpLanguages());
    return new Enricher(stages.chosen(), System::nanoTime);
  }
}
