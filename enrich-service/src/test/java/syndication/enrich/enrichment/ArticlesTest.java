package syndication.enrich.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import syndication.enrich.article.Article;
import syndication.enrich.entity.Tag;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;
import syndication.enrich.segment.SentenceSplitter;
import syndication.enrich.topic.Topic;

/// What an editor would sign: language, summary, teaser, tags and topics of whole articles.
class ArticlesTest {

  private static final Enricher ENRICHER =
      new Enricher(
          new Stages(Stages.Options.DEFAULT, new LuceneLexicon(), new OpenNlpLanguages()).chosen(),
          System::nanoTime);
  private static final SentenceSplitter SPLITTER = new SentenceSplitter();

  @ParameterizedTest
  @MethodSource("articles")
  void haveTheTagsAnEditorExpects(ArticleFixtures.Fixture article) {
    Enrichment it = enriched(article);

    List<String> labels = it.tags().stream().map(Tag::label).toList();
    List<String> tags =
        it.tags().stream().map(tag -> tag.type().word() + ":" + tag.label()).toList();
    for (String wanted : article.wanted()) {
      assertThat(tags).as(wanted).containsAnyElementsOf(spellings(wanted));
    }
    assertThat(labels).doesNotContainAnyElementsOf(orNothing(article.unwanted()));
    assertThat(labels).doesNotHaveDuplicates();
    assertThat(it.tags()).isSortedAccordingTo((a, b) -> Double.compare(b.salience(), a.salience()));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void haveASummaryOfWholeSentencesWithoutNoise(ArticleFixtures.Fixture article) {
    Enrichment it = enriched(article);

    String summary = String.valueOf(it.summary().text());
    String teaser = String.valueOf(it.summary().teaser());
    assertThat(it.language().language()).isEqualTo(article.language());
    assertThat(summary).isNotBlank();
    assertThat(summary.split("\\s+", -1).length).isLessThanOrEqualTo(65);
    for (String sentence : SPLITTER.split(summary, article.language())) {
      assertThat(article.text()).contains(sentence);
      assertThat(sentence).doesNotEndWith("?");
    }
    assertThat(teaser).hasSizeBetween(1, 160);
    assertThat(article.text()).contains(teaser.replaceAll("…$", ""));
    String shown = (summary + "\n" + teaser).toLowerCase(Locale.ROOT);
    assertThat(article.never()).noneMatch(noise -> shown.contains(noise.toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @MethodSource("articles")
  void haveTheTopicsAnEditorExpects(ArticleFixtures.Fixture article) {
    Enrichment it = enriched(article);

    List<String> codes = article.topics().stream().map(code -> "medtop:" + code).toList();
    assertThat(it.topics()).extracting(Topic::code).containsAll(codes);
    assertThat(it.topics()).extracting(Topic::code).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("articles")
  void comeOutTheSameTwice(ArticleFixtures.Fixture article) {
    assertThat(enriched(article)).isEqualTo(enriched(article));
  }

  @Test
  void areManyAndInManyLanguages() {
    assertThat(ArticleFixtures.all()).hasSizeGreaterThanOrEqualTo(50);
    assertThat(articles().map(ArticleFixtures.Fixture::language).distinct().count())
        .isGreaterThanOrEqualTo(10);
  }

  static Stream<ArticleFixtures.Fixture> articles() {
    return ArticleFixtures.all().stream();
  }

  private static Enrichment enriched(ArticleFixtures.Fixture article) {
    return ENRICHER.enrich(Article.of(article.id(), article.title(), article.text()), (_, _) -> {});
  }

  private static List<String> spellings(String wanted) {
    int colon = wanted.indexOf(':');
    return Stream.of(wanted.substring(colon + 1).split("\\|", -1))
        .map(it -> wanted.substring(0, colon + 1) + it)
        .toList();
  }

  private static List<String> orNothing(List<String> labels) {
    return labels.isEmpty() ? List.of("\u0000") : labels;
  }
}
