package syndication.enrich.tryout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import syndication.enrich.article.Article;
import syndication.enrich.classifier.Lesson;
import syndication.enrich.classifier.Trainer;
import syndication.enrich.enrichment.Draft;
import syndication.enrich.enrichment.Stage;
import syndication.enrich.enrichment.Stages;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;
import syndication.enrich.topic.Vocabulary;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `topics train IN.jsonl MODEL`: learns from labelled articles, tells how well it does on articles
/// it did not learn from, and writes a model for the topic stage.
public final class TrainTopics {

  private static final int USAGE = 64;
  private static final int NOTHING_LEARNED = 1;
  private static final int MISTAKES_SHOWN = 10;

  private final JsonMapper json = JsonMapper.builder().build();
  private final Vocabulary vocabulary = new Vocabulary();
  private final List<Stage> stages;
  private final Trainer trainer;
  private final PrintStream err;
  private int mistakes;

  private TrainTopics(PrintStream err) {
    var lexicon = new LuceneLexicon();
    this.err = err;
    this.trainer = new Trainer(lexicon);
    this.stages =
        new Stages(Stages.Options.DEFAULT, lexicon, new OpenNlpLanguages())
            .chosen().stream()
                .filter(it -> Set.of("reading", "language", "segment").contains(it.name()))
                .toList();
  }

  public static void main(String[] args) throws IOException {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
    if (args.size() != 2) {
      err.println("Usage: ./syndicate topics train IN.jsonl MODEL");
      err.println("Lines: {\"title\",\"text\",\"language\",\"topics\":[\"medtop:…\" or a name]}");
      return USAGE;
    }
    Path in = Path.of(args.getFirst());
    if (!Files.isReadable(in)) {
      err.println(in + ": cannot be read");
      return USAGE;
    }
    return new TrainTopics(err).run(in, Path.of(args.getLast()), out);
  }

  private int run(Path in, Path model, PrintStream out) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(in)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          String mistake = mistake(line);
          if (mistake != null && mistakes++ < MISTAKES_SHOWN) {
            err.println(in + ":" + number + ": " + mistake);
          }
        }
      }
    }
    if (mistakes > 0) {
      err.println(mistakes + " lines were left out");
    }
    Lesson lesson = trainer.learn();
    lesson.lines(code -> label(code)).forEach(out::println);
    if (lesson.empty()) {
      err.println("Too few articles: nothing was learned, nothing is written.");
      return NOTHING_LEARNED;
    }
    lesson.model().write(model);
    out.println("Written to " + model + ", version " + lesson.model().version());
    return 0;
  }

  // What is wrong with a line, or null when it was taken.
  private @Nullable String mistake(String line) {
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (JacksonException e) {
      return "not JSON: " + e.getOriginalMessage();
    }
    String text = node.path("text").asString("");
    String title = node.path("title").asString("");
    if (text.isBlank() && title.isBlank()) {
      return "text: missing (expected: a string)";
    }
    Set<String> topics = new TreeSet<>();
    var unknown = new ArrayList<String>();
    for (JsonNode it : node.path("topics")) {
      String code = vocabulary.codeOf(it.asString(""));
      if (code == null) {
        unknown.add(it.asString(""));
      } else {
        topics.add(code);
      }
    }
    if (topics.isEmpty()) {
      return "topics: " + unknown + " (expected: codes or names of IPTC Media Topics)";
    }
    Draft draft =
        Draft.of(
            new Article(
                "train", 1, title, text, null, List.of(), node.path("language").asString(null)));
    for (Stage it : stages) {
      draft = it.apply(draft);
    }
    String language = node.path("language").asString(draft.language().language());
    trainer.add(draft.title(), draft.sentences(), language, topics);
    return null;
  }

  private String label(String code) {
    Vocabulary.Concept concept = vocabulary.concept(code);
    return concept == null ? code : concept.label();
  }
}
