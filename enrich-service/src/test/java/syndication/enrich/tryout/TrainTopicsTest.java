package syndication.enrich.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import syndication.enrich.article.Article;
import syndication.enrich.classifier.TopicModel;
import syndication.enrich.classifier.TrainedTopics;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Plugs;
import syndication.enrich.enrichment.Stages;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;
import syndication.enrich.topic.Topic;
import syndication.enrich.topic.Vocabulary;
import tools.jackson.databind.json.JsonMapper;

class TrainTopicsTest {

  private static final String SPORT = "medtop:15000000";
  private static final String WEATHER = "medtop:17000000";

  // Made-up words of a trade that no list of ours has.
  private static final List<String> OF_SPORT =
      List.of("korfyl", "bandylar", "stroket", "lumbik", "varsol", "pendrick");
  private static final List<String> OF_WEATHER =
      List.of("drizzom", "haarn", "skyfel", "mistrow", "frontolo", "gustarn");
  private static final List<String> OF_BOTH =
      List.of("people", "letter", "morning", "corner", "table", "window");

  @TempDir Path folder;
  private String out = "";
  private String err = "";

  @Test
  void tellsHowWellItDoesOnArticlesThatItDidNotLearnFrom() throws IOException {
    assertThat(train(lines(40, 7), "model")).isZero();

    assertThat(out)
        .contains("en: 80 articles, 2 topics")
        .containsPattern("likeliest topic right (9\\d|100)\\.\\d%")
        .contains(SPORT)
        .contains(WEATHER);
  }

  @Test
  void nothingIsLearnedFromLabelsThatMeanNothing() throws IOException {
    List<String> lines = new ArrayList<>();
    var random = new Random(3);
    for (int i = 0; i < 80; i++) {
      lines.add(line(words(OF_BOTH, random), random.nextBoolean() ? SPORT : WEATHER));
    }

    train(lines, "model");

    double right =
        Double.parseDouble(out.replaceAll("(?s).*likeliest topic right ([0-9.]+)%.*", "$1"));
    assertThat(right).isBetween(20.0, 80.0);
  }

  @Test
  void theSameArticlesGiveTheSameBytesInWhateverOrder() throws IOException {
    List<String> lines = lines(20, 11);
    train(lines, "one");
    Collections.shuffle(lines, new Random(5));
    train(lines, "two");

    assertThat(folder.resolve("two")).hasSameBinaryContentAs(folder.resolve("one"));
  }

  @Test
  void theTopicStageKnowsWhatWasLearned() throws IOException {
    train(lines(40, 7), "model");
    var random = new Random(99);
    var sport = Article.of("a", "", words(OF_SPORT, random));
    var both = Article.of("b", "", words(OF_SPORT, random) + "\n" + words(OF_WEATHER, random));
    var category =
        new Article("c", 1, "", words(OF_SPORT, random), null, List.of("religion"), null);

    assertThat(enricher().enrich(sport, (_, _) -> {}).topics())
        .extracting(Topic::code)
        .containsExactly(SPORT);
    assertThat(enricher().enrich(both, (_, _) -> {}).topics())
        .extracting(Topic::code)
        .containsExactlyInAnyOrder(SPORT, WEATHER);
    assertThat(enricher().enrich(category, (_, _) -> {}).topics())
        .extracting(Topic::code)
        .startsWith("medtop:12000000")
        .contains(SPORT);
  }

  @Test
  void linesThatCannotBeUsedAreToldAndLeftOut() throws IOException {
    List<String> lines = lines(20, 7);
    lines.addFirst("{\"text\":\"A text.\",\"topics\":[\"horoscopes\"]}");
    lines.addFirst("no json");

    assertThat(train(lines, "model")).isZero();

    assertThat(err).contains(":1: not JSON").contains(":2: topics: [horoscopes]");
    assertThat(train(lines.subList(0, 5), "none")).isEqualTo(1);
    assertThat(folder.resolve("none")).doesNotExist();
    assertThat(TrainTopics.run(List.of(), System.out, System.err)).isEqualTo(64);
  }

  @Test
  void aFileThatIsNoModelIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "no model");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopicModel.read(file))
        .withMessageContaining("topics train");
  }

  private Enricher enricher() {
    TopicModel model = TopicModel.read(folder.resolve("model"));
    var lexicon = new LuceneLexicon();
    var plugs =
        Plugs.NONE.withTopics(
            new Plugs.Plug<>(
                it -> new TrainedTopics(model, lexicon, new Vocabulary(), it, 5), model.version()));
    return new Enricher(
        new Stages(Stages.Options.DEFAULT, lexicon, new OpenNlpLanguages(), plugs).chosen(),
        () -> 0);
  }

  private int train(List<String> lines, String name) throws IOException {
    Path in = Files.write(folder.resolve("in.jsonl"), lines);
    var outBytes = new ByteArrayOutputStream();
    var errBytes = new ByteArrayOutputStream();
    int exit =
        TrainTopics.run(
            List.of(in.toString(), folder.resolve(name).toString()),
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return exit;
  }

  private static List<String> lines(int each, long seed) {
    var random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      lines.add(line(words(OF_SPORT, random), SPORT));
      lines.add(line(words(OF_WEATHER, random), WEATHER));
    }
    return lines;
  }

  private static String line(String text, String topic) {
    var line = JsonMapper.shared().createObjectNode();
    line.put("title", "").put("text", text).put("language", "en").putArray("topics").add(topic);
    return line.toString();
  }

  // Sentences in which half of the content is the topic's own.
  private static String words(List<String> own, Random random) {
    var text = new StringBuilder();
    for (int sentence = 0; sentence < 5; sentence++) {
      text.append("In the ")
          .append(pick(OF_BOTH, random))
          .append(" they had a ")
          .append(pick(own, random))
          .append(" and the ")
          .append(pick(OF_BOTH, random))
          .append(" was by the ")
          .append(pick(own, random))
          .append(" of it. ");
    }
    return text.toString().strip();
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
