package syndication.publish.kafka;

import java.time.Instant;
import java.util.List;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleRevised;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.Association;
import syndication.schema.Body;
import syndication.schema.Channel;
import syndication.schema.InfoSource;
import syndication.schema.Provenance;
import syndication.schema.PubStatus;
import syndication.schema.Rendition;
import syndication.schema.RevisionKind;
import syndication.schema.Rights;
import syndication.schema.SyndicationRight;
import syndication.schema.Tag;
import syndication.schema.Text;
import syndication.schema.TopicScore;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.EventTrust;
import syndication.schema.wire.LocalSchemaIds;

/// Enriched events in the shape of the real ones, for tests.
public final class EnrichedEvents {

  public static final Instant CREATED = Instant.parse("2026-03-04T10:00:00Z");
  public static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

  /// Also what makes Avro trust the events' classes: builders need that for default values.
  public static final EventCodec CODEC = new EventCodec(new LocalSchemaIds());

  static {
    EventTrust.declare();
  }

  private EnrichedEvents() {}

  /// @param revision the content differs from revision to revision
  public static ArticleEnriched.Builder event(
      String articleId, long revision, RevisionKind kind, String sourceId) {
    return ArticleEnriched.newBuilder()
        .setArticleId(articleId)
        .setRevision(revision)
        .setEnrichmentVersion(1)
        .setArticle(revised(articleId, revision, kind, sourceId).build())
        .setLanguage("en")
        .setLanguageConfidence(0.97)
        .setSummary("The harbour opens on Friday. Boats return after two years.")
        .setTeaser("The harbour opens on Friday.")
        .setSummaryMethod("extractive")
        .setTags(
            List.of(
                tag("person", "Ada Marsh", "person/ada-marsh"),
                tag("organisation", "Harbour Trust", "organisation/harbour-trust"),
                tag("place", "Wexcombe", "place/wexcombe"),
                tag("event", "Regatta 2026", "event/regatta-2026")))
        .setTopics(
            List.of(
                TopicScore.newBuilder()
                    .setCode("medtop:20000570")
                    .setLabel("shipping")
                    .setConfidence(0.8)
                    .build()))
        .setKeyphrases(List.of("harbour"))
        .setWordCount(120)
        .setReadingTimeSeconds(36)
        .setContentHash("hash-" + articleId + "-" + revision)
        .setEnrichedAt(CREATED.plusSeconds(10 * revision))
        .setTraceId(TRACE_ID);
  }

  public static ArticleEnriched event(String articleId, long revision, RevisionKind kind) {
    return event(articleId, revision, kind, "harbour-news").build();
  }

  public static ArticleWithdrawn withdrawn(String articleId, long revision) {
    return ArticleWithdrawn.newBuilder()
        .setArticleId(articleId)
        .setRevision(revision)
        .setKind(RevisionKind.KILL)
        .setSourceId("harbour-news")
        .setHeadline("Harbour opens")
        .setReason("Legal complaint")
        .setNote("This story was withdrawn by its publisher.")
        .setAliases(List.of("https://news.example/harbour"))
        .setWithdrawnAt(CREATED.plusSeconds(100))
        .setTraceId(TRACE_ID)
        .build();
  }

  public static ArticleRevised.Builder revised(
      String articleId, long revision, RevisionKind kind, String sourceId) {
    boolean withdrawn =
        switch (kind) {
          case WITHHOLD, KILL, TAKEDOWN, EXPIRE -> true;
          case UNKNOWN, NEW, UPDATE, REFILE, CORRECTION, CLARIFICATION, RELEASE, RESTORE -> false;
        };
    return ArticleRevised.newBuilder()
        .setArticleId(articleId)
        .setRevision(revision)
        .setKind(kind)
        .setPubStatus(
            !withdrawn
                ? PubStatus.USABLE
                : kind == RevisionKind.WITHHOLD ? PubStatus.WITHHELD : PubStatus.CANCELED)
        .setFirstCreated(CREATED)
        .setVersionCreated(CREATED.plusSeconds(revision))
        .setHeadlines(
            List.of(Text.newBuilder().setValue("Harbour opens, take " + revision).build()))
        .setBodies(withdrawn ? List.of() : bodies(revision))
        .setBy("Jo Quill")
        .setInfoSources(
            List.of(
                InfoSource.newBuilder()
                    .setName("Coast Wire")
                    .setRole("originator")
                    .setUri("https://coastwire.example/")
                    .build()))
        .setRenditions(
            List.of(
                Rendition.newBuilder()
                    .setName("original")
                    .setHref("https://news.example/harbour.jpg")
                    .setContentType("image/jpeg")
                    .setTitle("The harbour")
                    .setWidth(1200)
                    .setHeight(800)
                    .build(),
                Rendition.newBuilder().setName("broken").setHref("not an address").build()))
        .setAssociations(
            List.of(
                Association.newBuilder()
                    .setName("related")
                    .setRel("seeAlso")
                    .setUri("https://news.example/earlier")
                    .setHeadline("Why it was shut")
                    .build()))
        .setCanonicalUrl("https://news.example/harbour")
        .setRights(
            Rights.newBuilder()
                .setCopyrightHolder("Harbour News")
                .setSyndicationRight(SyndicationRight.YES)
                .build())
        .setProvenance(
            Provenance.newBuilder()
                .setSourceId(sourceId)
                .setSourceName("Harbour News")
                .setSubmissionId(sourceId + ":" + articleId)
                .setReceiptId("receipt-1")
                .setChannel(Channel.HTTP)
                .setContentHash("raw-" + articleId + "-" + revision)
                .setTraceId(TRACE_ID)
                .setReceivedAt(CREATED.plusSeconds(5))
                .build());
  }

  private static List<Body> bodies(long revision) {
    String words = "Boats return after two years, says take " + revision + ".";
    return List.of(
        Body.newBuilder().setContentType("text/html").setValue("<p>" + words + "</p>").build(),
        Body.newBuilder().setContentType("text/plain").setValue(words).build());
  }

  private static Tag tag(String type, String label, String id) {
    return Tag.newBuilder()
        .setType(type)
        .setLabel(label)
        .setId(id)
        .setSalience(0.7)
        .setConfidence(0.9)
        .build();
  }
}
