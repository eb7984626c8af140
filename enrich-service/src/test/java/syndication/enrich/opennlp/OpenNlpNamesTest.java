package syndication.enrich.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import syndication.enrich.article.Article;
import syndication.enrich.engine.EnginesFirst;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Plugs;
import syndication.enrich.enrichment.Stages;
import syndication.enrich.entity.EntityType;
import syndication.enrich.entity.Tag;
import syndication.enrich.lucene.LuceneLexicon;

class OpenNlpNamesTest {

  // In small letters, which no rule of ours would take for a name.
  private static final List<String> NAMES = List.of("zorvex", "quillam", "brandyl", "fenwoth");

  @TempDir Path folder;

  @Test
  void namesOfAModelAreTagsWithThoseOfOurListsBesideThem() throws IOException {
    var engine = new OpenNlpNames("en", List.of(model()));
    var plugs =
        Plugs.NONE.withEntities(
            new Plugs.Plug<>(it -> new EnginesFirst(List.of(engine), it, _ -> {}), "m"));
    var stages =
        new Stages(Stages.Options.DEFAULT, new LuceneLexicon(), new OpenNlpLanguages(), plugs);
    var article =
        Article.of(
            "a",
            "",
            "Yesterday the firm zorvex said that it will open an office in Norway. The firm zorvex"
                + " has been there before, and the people of the town have not forgotten it.");

    List<Tag> tags = new Enricher(stages.chosen(), () -> 0).enrich(article, (_, _) -> {}).tags();

    assertThat(tags)
        .anySatisfy(it -> {
          assertThat(it.label()).isEqualTo("zorvex");
          assertThat(it.type()).isEqualTo(EntityType.ORGANISATION);
        })
        .anySatisfy(it -> assertThat(it.id()).isEqualTo("iso3166:NO"));
  }

  @Test
  void knowsItsLanguageAlone() throws IOException {
    var engine = new OpenNlpNames("en", List.of(model()));

    assertThat(engine.knows("en")).isTrue();
    assertThat(engine.knows("de")).isFalse();
  }

  @Test
  void aFileThatIsNoModelIsRefusedAtTheStart() throws IOException {
    Path file = Files.writeString(folder.resolve("x.bin"), "no model");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OpenNlpNames("en", List.of(file)))
        .withMessageContaining("x.bin");
  }

  private Path model() throws IOException {
    var samples = new ArrayList<NameSample>();
    for (int i = 0; i < 60; i++) {
      String name = NAMES.get(i % NAMES.size());
      String[] words =
          ("Yesterday the firm " + name + " said that it will open an office in town .")
              .split(" ", -1);
      samples.add(new NameSample(words, new Span[] {new Span(3, 4, "organization")}, i % 5 == 0));
      samples.add(
          new NameSample(
              "the people of the town have not forgotten it .".split(" ", -1), new Span[0], false));
    }
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 50);
    Path file = folder.resolve("firms.bin");
    NameFinderME.train(
            "en",
            "organization",
            new CollectionObjectStream<>(samples),
            parameters,
            new TokenNameFinderFactory())
        .serialize(file);
    return file;
  }
}
