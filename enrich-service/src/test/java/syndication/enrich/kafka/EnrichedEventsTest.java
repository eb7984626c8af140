package syndication.enrich.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import syndication.enrich.enrichment.Enricher;
import syndication.enrich.enrichment.Stages;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.opennlp.OpenNlpLanguages;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleRevised;

class EnrichedEventsTest {

  private static final String ARTICLE = "urn:uuid:7d1a0a50-3f2b-4a7e-9c65-0a4f5b7f1111";

  private final Enricher enricher =
      new Enricher(
          new Stages(Stages.Options.DEFAULT, new LuceneLexicon(), new OpenNlpLanguages()).chosen(),
          System::nanoTime);

  @Test
  void theHashIsTheSameForTheSameContentAtAnotherTimeInAnotherTrace() {
    ArticleEnriched first = enriched(RevisedEvents.usable(ARTICLE, 1, RevisedEvents.TEXT), 0);
    ArticleEnriched second = enriched(RevisedEvents.usable(ARTICLE, 2, RevisedEvents.TEXT), 60);

    assertThat(second.getContentHash()).isEqualTo(first.getContentHash()).hasSize(64);
  }

  @Test
  void theHashChangesWithAWordOfTheBody() {
    ArticleEnriched first = enriched(RevisedEvents.usable(ARTICLE, 1, RevisedEvents.TEXT), 0);
    ArticleEnriched second =
        enriched(RevisedEvents.usable(ARTICLE, 1, RevisedEvents.TEXT.replace("four", "five")), 0);

    assertThat(second.getContentHash()).isNotEqualTo(first.getContentHash());
  }

  @Test
  void aWithdrawalCarriesNothingToRead() {
    ArticleEnriched event =
        EnrichedEvents.withdrawn(RevisedEvents.killed(ARTICLE, 3), RevisedEvents.TIME);

    assertThat(event.getArticle().getBodies()).isEmpty();
    assertThat(event.getSummary()).isEmpty();
    assertThat(event.getTags()).isEmpty();
    assertThat(event.getRevision()).isEqualTo(3);
  }

  @Test
  void readsTheTextOfABodyThatIsHtmlAlone() {
    assertThat(HtmlText.of("<p>Salt &amp; <b>pepper</b></p><ul><li>one</li></ul>"))
        .isEqualToIgnoringWhitespace("Salt & pepper one")
        .contains("pepper\n");
  }

  private ArticleEnriched enriched(ArticleRevised event, long later) {
    Instant now = RevisedEvents.TIME.plusSeconds(later);
    return EnrichedEvents.of(
        event, enricher.enrich(RevisedArticles.article(event), (_, _) -> {}), Map.of(), now);
  }
}
