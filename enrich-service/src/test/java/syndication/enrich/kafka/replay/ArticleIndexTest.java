package syndication.enrich.kafka.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArticleIndexTest {

  private final ArticleIndex index = new ArticleIndex();

  @Test
  void keepsTheNewestOfManyArticles() {
    for (int i = 0; i < 20_000; i++) {
      index.revised("urn:uuid:" + i, 1, i);
      index.revised("urn:uuid:" + i, 2, 100_000 + i);
      index.enriched("urn:uuid:" + i, 2, 1, i);
      index.enriched("urn:uuid:" + i, 1, 5, 7);
    }

    assertThat(index.size()).isEqualTo(20_000);
    assertThat(index.of("urn:uuid:4711"))
        .isEqualTo(new ArticleIndex.Known(2, 104_711, 2, 1, 4_711));
    assertThat(index.of("urn:uuid:none")).isEqualTo(new ArticleIndex.Known(0, -1, 0, 0, -1));
  }

  @Test
  void aTombstoneErasesItsRevisionAndNoNewerOne() {
    index.revised("a", 1, 10);
    index.revised("a", 2, 11);
    index.erased("a", 1);
    index.revised("b", 1, 12);
    index.erased("b", 1);

    assertThat(index.of("a").revisedAt()).isEqualTo(11);
    assertThat(index.of("b").revisedAt()).isEqualTo(-1);
  }

  @Test
  void everyArticleIsInOneSlice() {
    assertThat(ArticleIndex.slices(0)).isEqualTo(1);
    assertThat(ArticleIndex.slices(ArticleIndex.ARTICLES_MAX + 1)).isEqualTo(2);
    for (int i = 0; i < 1_000; i++) {
      assertThat(ArticleIndex.slice("urn:uuid:" + i, 3)).isBetween(0, 2);
    }
  }
}
