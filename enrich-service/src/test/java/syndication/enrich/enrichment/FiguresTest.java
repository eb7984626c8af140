package syndication.enrich.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import syndication.enrich.article.Article;
import syndication.enrich.entity.Gazetteer;
import syndication.enrich.entity.RuleRecogniser;
import syndication.enrich.entity.SpanScores;
import syndication.enrich.entity.WikiGoldTest;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;

/// The figures of docs/benchmarks-enrichment.md: quality and cost of every stage, beside what
/// textbooks and libraries do. Runs when asked for by `-Dsyndicate.figures=FILE`, where the table
/// goes.
@EnabledIfSystemProperty(named = "syndicate.figures", matches = ".+")
class FiguresTest {

  private static final int ROUNDS_WARM = 100;
  private static final int ROUNDS = 10;
  private static final int WORDS_LEAST = 350;

  private final LuceneLexicon lexicon = new LuceneLexicon();
  private final OpenNlpLanguages openNlp = new OpenNlpLanguages();
  private final Stages stages = new Stages(Stages.Options.DEFAULT, lexicon, openNlp);
  private final List<ArticleFixtures.Fixture> fixtures = ArticleFixtures.all();
  private final List<Article> joined = joined(fixtures);
  private final StringBuilder out = new StringBuilder();

  @Test
  void writesTheTable() throws IOException {
    quality();
    summaries();
    entities();
    cost();

    String table = out.toString();
    Files.writeString(
        Path.of(Objects.requireNonNull(System.getProperty("syndicate.figures"))), table);
    assertThat(table).contains("| entities |");
  }

  private void quality() {
    int wanted = 0;
    int found = 0;
    int unwanted = 0;
    int topics = 0;
    int topicsFound = 0;
    int language = 0;
    int byOpenNlp = 0;
    for (ArticleFixtures.Fixture it : fixtures) {
      Enrichment made = enricher(System::nanoTime).enrich(article(it), (_, _) -> {});
      List<String> labels = made.tags().stream().map(tag -> tag.label()).toList();
      List<String> tags = made.tags().stream().map(t -> t.type().word() + ":" + t.label()).toList();
      for (String tag : it.wanted()) {
        int colon = tag.indexOf(':') + 1;
        wanted++;
        found +=
            List.of(tag.substring(colon).split("\\|", -1)).stream()
                    .anyMatch(label -> tags.contains(tag.substring(0, colon) + label))
                ? 1
                : 0;
      }
      unwanted += (int) it.unwanted().stream().filter(labels::contains).count();
      List<String> codes = made.topics().stream().map(topic -> topic.code()).toList();
      topics += it.topics().size();
      topicsFound += (int) it.topics().stream().filter(t -> codes.contains("medtop:" + t)).count();
      language += made.language().language().equals(it.language()) ? 1 : 0;
      byOpenNlp += openNlp.guess(it.text()).getFirst().language().equals(it.language()) ? 1 : 0;
    }
    row("%d own articles: language, ours | %d right".formatted(fixtures.size(), language));
    row("language, OpenNLP alone | %d right".formatted(byOpenNlp));
    row("expected tags found | %d of %d".formatted(found, wanted));
    row("tags that must not be there | %d".formatted(unwanted));
    row("expected topics found | %d of %d".formatted(topicsFound, topics));
  }

  private void summaries() {
    var baselines = new Baselines(lexicon);
    Map<String, List<String>> made = new LinkedHashMap<>();
    for (ArticleFixtures.Fixture it : fixtures) {
      Enrichment ours = enricher(System::nanoTime).enrich(article(it), (_, _) -> {});
      add(made, "ours", String.valueOf(ours.summary().text()));
      add(made, "lead-3", baselines.lead3(it.text(), it.language()));
      add(made, "TextRank, 3 sentences", baselines.textRank(it.text(), it.language()));
    }
    made.forEach((name, texts) -> {
      int noisy = 0;
      long words = 0;
      for (int i = 0; i < texts.size(); i++) {
        String text = texts.get(i).toLowerCase(Locale.ROOT);
        List<String> never = fixtures.get(i).never();
        noisy += never.stream().anyMatch(it -> text.contains(it.toLowerCase(Locale.ROOT))) ? 1 : 0;
        words += text.split("\\s+", -1).length;
      }
      row(
          "summary, %s: with a promo, credit, stamp or byline | %d of %d, %d words on average"
              .formatted(name, noisy, texts.size(), words / texts.size()));
    });
  }

  private static void add(Map<String, List<String>> made, String name, String text) {
    made.computeIfAbsent(name, _ -> new ArrayList<>()).add(text);
  }

  private void entities() throws IOException {
    Path corpus = WikiGoldTest.shared().resolve("corpora/entities/wikigold.conll");
    if (!Files.exists(corpus)) {
      row("WikiGold | not here");
      return;
    }
    var recogniser = new RuleRecogniser(new Gazetteer(List.of()), lexicon);
    for (SpanScores.Part part : SpanScores.Part.values()) {
      for (SpanScores.Row it : SpanScores.of(corpus, recogniser, part, new ArrayList<>())) {
        row(
            "WikiGold %s, %s | P %.1f, R %.1f, F1 %.1f"
                .formatted(
                    part.name().toLowerCase(Locale.ROOT),
                    it.name(),
                    it.precision(),
                    it.recall(),
                    it.f1()));
      }
    }
  }

  // The clock of the stages is the thread's processor time, then its allocated bytes.
  private void cost() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Map<String, Long> cpu = measured(threads::getCurrentThreadCpuTime);
    Map<String, Long> bytes = measured(threads::getCurrentThreadAllocatedBytes);
    long articles = (long) ROUNDS * joined.size();
    cpu.forEach((stage, nanos) ->
        row(
            "| %s | %d µs, %d KB an article"
                .formatted(
                    stage,
                    nanos / articles / 1_000,
                    bytes.getOrDefault(stage, 0L) / articles / 1_024)));
    long all = cpu.values().stream().mapToLong(it -> it).sum();
    row(
        "all stages, warm | %d µs an article, %d articles a processor second"
            .formatted(all / articles / 1_000, articles * 1_000_000_000 / all));
  }

  private Map<String, Long> measured(LongSupplier clock) {
    Enricher enricher = enricher(clock);
    Map<String, Long> sums = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS_WARM + ROUNDS; round++) {
      boolean counts = round >= ROUNDS_WARM;
      for (Article it : joined) {
        enricher.enrich(it, (stage, took) -> sums.merge(stage, counts ? took : 0, Long::sum));
      }
    }
    return sums;
  }

  // Fixtures of one language, one after the other, until they are as long as an article of the
  // news.
  private static List<Article> joined(List<ArticleFixtures.Fixture> fixtures) {
    var joined = new ArrayList<Article>();
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    for (ArticleFixtures.Fixture it : fixtures) {
      StringBuilder text = texts.computeIfAbsent(it.language(), _ -> new StringBuilder());
      text.append(it.text()).append('\n');
      if (text.toString().split("\\s+", -1).length >= WORDS_LEAST) {
        joined.add(Article.of(it.id(), it.title(), text.toString()));
        text.setLength(0);
      }
    }
    return joined;
  }

  private Enricher enricher(LongSupplier clock) {
    return new Enricher(stages.chosen(), clock);
  }

  private static Article article(ArticleFixtures.Fixture it) {
    return Article.of(it.id(), it.title(), it.text());
  }

  private void row(String row) {
    out.append(row.startsWith("|") ? row : "| " + row).append(" |\n");
  }
}
