package syndication.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import syndication.enrich.classifier.TopicModel;
import syndication.enrich.classifier.TrainedTopics;
import syndication.enrich.curation.CategoryTopics;
import syndication.enrich.curation.CurationFiles;
import syndication.enrich.engine.EnginesFirst;
import syndication.enrich.engine.NameEngine;
import syndication.enrich.enrichment.Plugs;
import syndication.enrich.http.BoundedHttp;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.model.Breaker;
import syndication.enrich.opennlp.OpenNlpNames;
import syndication.enrich.sidecar.CoreNlpNames;
import syndication.enrich.topic.TopicClassifier;
import syndication.enrich.topic.Vocabulary;

/// Makes what an operator puts in front of our own stages. What changes the outcome is part of a
/// stage's version: a model, an engine, a list.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
class EngineConfiguration {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);

  /// Six hundred sentences with all that CoreNLP says of a word.
  private static final int ANSWER_BYTES_MAX = 16 * 1024 * 1024;

  /// What closes with the service.
  record Engines(List<NameEngine> names, List<BoundedHttp> connections) implements AutoCloseable {
    @Override
    public void close() {
      connections.forEach(BoundedHttp::close);
    }
  }

  @Bean(destroyMethod = "close")
  Engines engines(EngineProperties properties) {
    List<NameEngine> names = new ArrayList<>();
    List<BoundedHttp> connections = new ArrayList<>();
    String corenlp = properties.corenlp();
    if (corenlp != null && !corenlp.isBlank()) {
      var http =
          new BoundedHttp(
              new BoundedHttp.Limits(
                  CONNECT_WITHIN,
                  properties.corenlpWithin(),
                  ANSWER_BYTES_MAX,
                  Runtime.getRuntime().availableProcessors()),
              InstantSource.system());
      connections.add(http);
      names.add(
          new CoreNlpNames(
              http,
              URI.create(corenlp.strip()),
              Set.copyOf(properties.corenlpLanguages()),
              new Breaker(),
              InstantSource.system()));
    }
    properties.opennlp().forEach(it -> names.add(new OpenNlpNames(it.language(), it.files())));
    return new Engines(List.copyOf(names), List.copyOf(connections));
  }

  @Bean
  Plugs plugs(
      EnrichProperties stages,
      EngineProperties properties,
      Engines engines,
      ObjectProvider<MeterRegistry> meters) {
    Plugs plugs = Plugs.NONE;
    List<Path> lists = new ArrayList<>(stages.gazetteers());
    add(lists, stages.aliases());
    add(lists, stages.removals());
    properties.opennlp().forEach(it -> lists.addAll(it.files()));
    String corenlp = properties.corenlp() == null ? "" : properties.corenlp();
    if (!engines.names().isEmpty() || !lists.isEmpty()) {
      String version = version(lists) + (corenlp.isBlank() ? "" : "+corenlp");
      MeterRegistry registry = meters.getIfAvailable();
      plugs =
          plugs.withEntities(
              new Plugs.Plug<>(
                  it ->
                      engines.names().isEmpty()
                          ? it
                          : new EnginesFirst(engines.names(), it, _ -> count(registry)),
                  version));
    }
    return plugs.withTopics(topics(stages, properties));
  }

  private static Plugs.Plug<TopicClassifier> topics(
      EnrichProperties stages, EngineProperties properties) {
    UnaryOperator<TopicClassifier> wrap = it -> it;
    String version = "";
    Path file = properties.topicModel();
    if (file != null && given(file)) {
      TopicModel model = TopicModel.read(file);
      version = model.version();
      wrap =
          it ->
              new TrainedTopics(
                  model, new LuceneLexicon(), new Vocabulary(), it, stages.topicsMost());
    }
    Path categories = properties.categories();
    if (categories != null && given(categories)) {
      Map<String, String> codes = codes(categories);
      UnaryOperator<TopicClassifier> inner = wrap;
      wrap = it -> new CategoryTopics(codes, inner.apply(it));
      version = (version.isEmpty() ? "" : version + "+") + version(List.of(categories));
    }
    return new Plugs.Plug<>(wrap, version);
  }

  // Only topics that we know can come out.
  private static Map<String, String> codes(Path file) {
    var vocabulary = new Vocabulary();
    Map<String, String> codes = new HashMap<>();
    new CurationFiles()
        .categories(file)
        .forEach((category, topic) -> {
          String code = vocabulary.codeOf(topic);
          if (code == null) {
            throw new IllegalArgumentException(
                "%s: topic: %s (expected: a code or name of IPTC's Media Topics)"
                    .formatted(file, topic));
          }
          codes.put(category, code);
        });
    return codes;
  }

  private static void add(List<Path> files, @Nullable Path file) {
    if (file != null) {
      files.add(file);
    }
  }

  private static boolean given(Path file) {
    return !file.toString().isBlank();
  }

  private static void count(@Nullable MeterRegistry meters) {
    if (meters != null) {
      meters.counter("syndicate.enrich.engine.silent").increment();
    }
  }

  private static String version(List<Path> files) {
    if (files.isEmpty()) {
      return "0";
    }
    var crc = new CRC32();
    for (Path it : files) {
      try {
        crc.update(Files.readAllBytes(it));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + it, e);
      }
    }
    return Long.toHexString(crc.getValue());
  }
}
