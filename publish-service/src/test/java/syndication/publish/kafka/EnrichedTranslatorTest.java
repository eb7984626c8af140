package syndication.publish.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.kafka.EnrichedEvents.event;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Status;
import syndication.publish.article.PublishedArticle.Version;
import syndication.schema.PubStatus;
import syndication.schema.RevisionKind;

class EnrichedTranslatorTest {

  private static final String ARTICLE = "urn:uuid:00000000-0000-4000-8000-000000000001";

  @Test
  void everythingThatPartnersAndReadersNeedComesThrough() {
    PublishedArticle article = EnrichedTranslator.article(event(ARTICLE, 3, RevisionKind.UPDATE));

    assertThat(article.articleId()).isEqualTo(ARTICLE);
    assertThat(article.version()).isEqualTo(new Version(3, 1));
    assertThat(article.headline()).isEqualTo("Harbour opens, take 3");
    assertThat(article.bodyHtml()).startsWith("<p>Boats return");
    assertThat(article.bodyText()).startsWith("Boats return");
    assertThat(article.canonicalUrl()).isEqualTo(URI.create("https://news.example/harbour"));
    assertThat(article.origin().sourceId()).isEqualTo("harbour-news");
    assertThat(article.origin().attributedTo()).isEqualTo("Coast Wire");
    assertThat(article.tags()).hasSize(4);
    assertThat(article.topics().getFirst().code()).isEqualTo("medtop:20000570");
    assertThat(article.rights().syndication()).isEqualTo("YES");
    assertThat(article.contentHash()).isEqualTo("hash-" + ARTICLE + "-3");
    assertThat(article.trace().receivedAt()).isEqualTo(EnrichedEvents.CREATED.plusSeconds(5));
  }

  @Test
  void aMediumWithoutAnAddressIsLeftOutAndTheRestKept() {
    PublishedArticle article = EnrichedTranslator.article(event(ARTICLE, 1, RevisionKind.NEW));

    assertThat(article.media())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.type()).isEqualTo("image");
          assertThat(it.address()).isEqualTo(URI.create("https://news.example/harbour.jpg"));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "NEW,USABLE,USABLE",
    "NEW,UNKNOWN,USABLE",
    "UPDATE,WITHHELD,WITHHELD",
    "UPDATE,CANCELED,CANCELED",
    "WITHHOLD,USABLE,WITHHELD",
    "KILL,USABLE,CANCELED",
    "TAKEDOWN,UNKNOWN,CANCELED",
    "EXPIRE,USABLE,CANCELED",
    "RELEASE,USABLE,USABLE",
    "RESTORE,USABLE,USABLE"
  })
  void theKindOfARevisionDecidesBeforeItsStatedStatus(
      RevisionKind kind, PubStatus stated, Status expected) {
    assertThat(EnrichedTranslator.status(kind, stated)).isEqualTo(expected);
  }
}
