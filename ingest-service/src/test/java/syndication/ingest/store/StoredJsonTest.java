package syndication.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import syndication.ingest.article.Block;
import syndication.ingest.article.Body;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.SyndicationRight;
import syndication.ingest.revision.Provenance;
import syndication.ingest.revision.Revision;
import syndication.ingest.revision.RevisionKind;
import syndication.ingest.revision.Significance;
import syndication.ingest.revision.Standing;
import syndication.ingest.submission.Channel;

class StoredJsonTest {

  private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");

  private final StoredJson json = new StoredJson();

  @Test
  void whatIsStoredIsReadAsItWas() {
    assertThat(json.revision(json.of(revision()))).isEqualTo(revision());
  }

  @Test
  void whatWasStoredBeforeAListWasAddedHasNone() {
    String stored = json.of(revision());

    String older = stored.replace(",\"mentions\":[]", "");

    assertThat(older).isNotEqualTo(stored);
    assertThat(json.revision(older)).isEqualTo(revision());
  }

  private static Revision revision() {
    var article =
        new ParsedArticle(
            new ParsedArticle.Identifiers("n1", null, null, List.of()),
            "A bridge opens",
            new Body(List.of(new Block.Paragraph("It is open.", "It is open."))),
            null,
            null,
            null,
            new ParsedArticle.Dates(NOW, null, DateQuality.STATED, null, null),
            new ParsedArticle.Rights(null, null, null, SyndicationRight.UNKNOWN),
            List.of("city"),
            List.of(),
            List.of(),
            ParsedArticle.Notes.NONE,
            null,
            List.of(),
            List.of());
    return new Revision(
        "urn:uuid:00000000-0000-0000-0000-000000000001",
        1,
        RevisionKind.NEW,
        Significance.MAJOR,
        Standing.USABLE,
        article,
        "hash",
        null,
        null,
        NOW,
        NOW,
        new Provenance("source", "Source", "s:1", "r-1", Channel.HTTP, null, "trace", NOW, null));
  }
}
