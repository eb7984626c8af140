package syndication.enrich.kafka;

import java.time.Instant;
import java.util.List;
import syndication.schema.ArticleRevised;
import syndication.schema.Body;
import syndication.schema.Provenance;
import syndication.schema.PubStatus;
import syndication.schema.RevisionKind;
import syndication.schema.Rights;
import syndication.schema.Text;
import syndication.schema.wire.EventTrust;

/// Revised events for tests.
final class RevisedEvents {

  static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");
  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final String TEXT =
      """
      The ferry company Nordlys Lines said on Friday that it would run more night boats between \
      Bergen and Stavanger from May. The new timetable adds four crossings a week and a later \
      bus from the harbour.
      Sign up for our newsletter
      Mayor Ingrid Solberg welcomed the plan and said Bergen had asked for it for years. Tickets \
      will cost the same as in the day, the company said.\
      """;

  static {
    EventTrust.declare();
  }

  private RevisedEvents() {}

  static ArticleRevised usable(String articleId, long revision, String text) {
    return event(articleId, revision, PubStatus.USABLE, RevisionKind.NEW, text);
  }

  static ArticleRevised killed(String articleId, long revision) {
    return event(articleId, revision, PubStatus.CANCELED, RevisionKind.KILL, TEXT);
  }

  private static ArticleRevised event(
      String articleId, long revision, PubStatus status, RevisionKind kind, String text) {
    return ArticleRevised.newBuilder()
        .setArticleId(articleId)
        .setRevision(revision)
        .setKind(kind)
        .setPubStatus(status)
        .setFirstCreated(TIME)
        .setVersionCreated(TIME)
        .setHeadlines(List.of(new Text("main", "text/plain", "More night boats to Stavanger")))
        .setBodies(List.of(new Body("main", "text/plain", text.length(), 60, text)))
        .setRights(Rights.newBuilder().build())
        .setProvenance(
            Provenance.newBuilder()
                .setSourceId("nordlys")
                .setSubmissionId("s-" + revision)
                .setReceiptId("r-" + revision)
                .setContentHash("hash-" + revision)
                .setTraceId(TRACE)
                .setReceivedAt(TIME)
                .build())
        .build();
  }
}
