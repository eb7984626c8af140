package syndication.enrich.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import syndication.enrich.article.Article;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Plugs;
import syndication.enrich.enrichment.Stages;
import syndication.enrich.entity.Gazetteer;
import syndication.enrich.entity.Tag;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;
import syndication.enrich.topic.Topic;

class CurationFilesTest {

  private static final String TEXT =
      """
      Ferry company Nordlys Lines said on Friday that it would run more night boats from Bergen.
      Mayor Ingrid Solberg welcomed the plan. Nordlys Lines had been asked by Ingrid Solberg for it.
      """;

  @TempDir Path folder;
  private final CurationFiles files = new CurationFiles();

  @Test
  void anOperatorsNamesAreFoundWithTheirIdAndTheirAliases() throws IOException {
    Path names =
        file(
            "names.csv",
            """
            # type,label,aliases,id,sameAs
            organisation,"Nordlys Lines, AS",Nordlys Lines|NLA,ext:77,https://id.example/77
            """);

    Tag tag = tag(tags(List.of(names), null, null), "Nordlys Lines, AS");

    assertThat(tag.id()).isEqualTo("ext:77");
    assertThat(tag.sameAs()).isEqualTo("https://id.example/77");
  }

  @Test
  void aMergedNameIsPublishedAsTheOther() throws IOException {
    Path aliases =
        file(
            "aliases.jsonl",
            """
            {"name":"Ingrid Solberg","type":"person","label":"Ingrid M. Solberg","id":"ext:1"}
            """);

    List<Tag> tags = tags(List.of(), aliases, null);

    assertThat(tag(tags, "Ingrid M. Solberg").id()).isEqualTo("ext:1");
    assertThat(tags).extracting(Tag::label).doesNotContain("Ingrid Solberg");
  }

  @Test
  void whatAnEditorRemovedStaysRemovedByNameAndById() throws IOException {
    String bergen = tag(tags(List.of(), null, null), "Bergen").id();
    Path removals =
        file(
            "removals.jsonl",
            """
            {"name":"Ingrid Solberg"}
            {"id":"%s"}
            """
                .formatted(bergen));

    assertThat(tags(List.of(), null, removals))
        .extracting(Tag::label)
        .doesNotContain("Ingrid Solberg", "Bergen")
        .contains("Nordlys Lines");
  }

  @Test
  void aRemovalFromOneArticleLeavesTheOthersAlone() throws IOException {
    Path here = file("here.jsonl", "{\"name\":\"Bergen\",\"articleId\":\"a\"}");
    Path elsewhere = file("elsewhere.jsonl", "{\"name\":\"Bergen\",\"articleId\":\"b\"}");

    assertThat(tags(List.of(), null, here)).extracting(Tag::label).doesNotContain("Bergen");
    assertThat(tags(List.of(), null, elsewhere)).extracting(Tag::label).contains("Bergen");
  }

  @Test
  void aSourcesCategoryIsReadByTheOperatorsTable() throws IOException {
    Path table = file("categories.csv", "\"Boats, etc\",weather\n");
    var article = new Article("a", 1, "Night boats", TEXT, null, List.of("boats, ETC"), null);
    var codes = java.util.Map.of("Boats, etc", "medtop:17000000");
    var plugs = Plugs.NONE.withTopics(new Plugs.Plug<>(it -> new CategoryTopics(codes, it), "c"));

    Topic first =
        enricher(Stages.Options.DEFAULT, plugs).enrich(article, (_, _) -> {}).topics().getFirst();

    assertThat(files.categories(table)).containsEntry("Boats, etc", "weather");
    assertThat(first.code()).isEqualTo("medtop:17000000");
  }

  @Test
  void aMistakeNamesFileAndLine() throws IOException {
    Path names =
        file("names.jsonl", "{\"type\":\"person\",\"label\":\"A B\"}\n{\"type\":\"ship\"}\n");
    Path open = file("open.csv", "person,\"A B\n");
    Path list = file("list.jsonl", "[1]\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> files.names(names))
        .withMessageContaining("names.jsonl:2: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> files.names(open))
        .withMessageContaining("open.csv:1: a quote that does not end");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> files.curation(null, list))
        .withMessageContaining("list.jsonl:1: not a JSON object");
  }

  private List<Tag> tags(List<Path> names, @Nullable Path aliases, @Nullable Path removals) {
    var entries = new java.util.ArrayList<Gazetteer.Entry>();
    names.forEach(it -> entries.addAll(files.names(it)));
    Stages.Options it = Stages.Options.DEFAULT;
    var options =
        new Stages.Options(
            it.names(),
            it.languageThreshold(),
            it.tagsMost(),
            it.topicsMost(),
            it.keyphrasesMost(),
            it.summaryWordsLeast(),
            it.summaryWordsMost(),
            entries,
            files.curation(aliases, removals));
    return enricher(options, Plugs.NONE)
        .enrich(Article.of("a", "Nordlys Lines: more boats", TEXT), (_, _) -> {})
        .tags();
  }

  private static Enricher enricher(Stages.Options options, Plugs plugs) {
    var stages = new Stages(options, new LuceneLexicon(), new OpenNlpLanguages(), plugs);
    return new Enricher(stages.chosen(), () -> 0);
  }

  private static Tag tag(List<Tag> tags, String label) {
    return tags.stream()
        .filter(it -> it.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not in " + tags));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
