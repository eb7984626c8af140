package syndication.publish.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Version;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.kafka.EnrichedTranslator;
import syndication.schema.RevisionKind;

class SendDecisionTest {

  private static final String ID = "urn:uuid:00000000-0000-4000-8000-000000000001";
  private static final Instant NOW = Instant.parse("2026-03-05T00:00:00Z");

  private static PublishedArticle article(long revision, RevisionKind kind) {
    return EnrichedTranslator.article(EnrichedEvents.event(ID, revision, kind));
  }

  private static Receipt receipt(long revision, String hash, EventType type) {
    return new Receipt("sub", ID, new Version(revision, 1), hash, type);
  }

  @Test
  void theFirstIsPublishedAndWhatFollowsIsAnUpdate() {
    assertThat(SendDecision.of(article(1, RevisionKind.NEW), null, NOW))
        .isEqualTo(new SendDecision.Send(EventType.PUBLISHED));
    assertThat(
            SendDecision.of(
                article(2, RevisionKind.UPDATE), receipt(1, "old", EventType.PUBLISHED), NOW))
        .isEqualTo(new SendDecision.Send(EventType.UPDATED));
  }

  @Test
  void theSameOrAnOlderVersionIsNotSentAndNeitherIsUnchangedContent() {
    PublishedArticle second = article(2, RevisionKind.UPDATE);
    assertThat(SendDecision.of(second, receipt(2, "x", EventType.UPDATED), NOW))
        .isInstanceOf(SendDecision.Skip.class);
    assertThat(SendDecision.of(second, receipt(3, "x", EventType.UPDATED), NOW))
        .isInstanceOf(SendDecision.Skip.class);
    assertThat(SendDecision.of(second, receipt(1, second.contentHash(), EventType.UPDATED), NOW))
        .isInstanceOf(SendDecision.Skip.class);
  }

  @Test
  void whatWasWithdrawnAndComesBackIsSentEvenUnchanged() {
    PublishedArticle released = article(3, RevisionKind.RELEASE);
    assertThat(
            SendDecision.of(released, receipt(2, released.contentHash(), EventType.WITHDRAWN), NOW))
        .isEqualTo(new SendDecision.Send(EventType.UPDATED));
  }

  @Test
  void afterAWithdrawalOnlyAReleaseOrARestoreComesThrough() {
    var withdrawn = new Withdrawn(ID, 3, false);
    assertThat(withdrawn.holdsBack(article(2, RevisionKind.UPDATE))).isTrue();
    assertThat(withdrawn.holdsBack(article(3, RevisionKind.UPDATE))).isTrue();
    assertThat(withdrawn.holdsBack(article(4, RevisionKind.UPDATE))).isTrue();
    assertThat(
            withdrawn
                .after(article(4, RevisionKind.UPDATE))
                .holdsBack(article(5, RevisionKind.UPDATE)))
        .isTrue();
    assertThat(withdrawn.holdsBack(article(4, RevisionKind.RELEASE))).isFalse();
    assertThat(
            withdrawn
                .after(article(4, RevisionKind.RESTORE))
                .holdsBack(article(5, RevisionKind.UPDATE)))
        .isFalse();
  }

  @Test
  void aUsableStateAfterRevisionsWeNeverSawIsTrusted() {
    assertThat(new Withdrawn(ID, 3, false).holdsBack(article(6, RevisionKind.UPDATE))).isFalse();
  }
}
