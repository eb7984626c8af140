package syndication.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import syndication.ingest.normalise.Records;
import syndication.schema.ArticleQuarantined;
import syndication.schema.ArticleRevised;
import syndication.schema.ArticleSubmitted;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.RevisionKind;
import syndication.schema.SubmissionAction;
import syndication.schema.topic.Topic;
import syndication.schema.trace.Step;
import syndication.schema.wire.EventIds;
import syndication.schema.wire.TraceContext;

/// The whole service with a real broker and a real PostgreSQL: records in, records out.
class IngestServiceEdgeTest extends RunningIngest {

  @Test
  void aSubmissionBecomesARevisionAndIsCounted() {
    submit(ninjs("edge-a", "r-a1", "story-1", "A bridge opens in the harbour", "The first text."));

    ArticleRevised revised = revisionsOf("edge-a", 1).getFirst();

    assertThat(revised.getKind()).isEqualTo(RevisionKind.NEW);
    assertThat(revised.getRevision()).isEqualTo(1);
    assertThat(revised.getHeadlines().getFirst().getValue())
        .isEqualTo("A bridge opens in the harbour");
    assertThat(revised.getBodies()).hasSize(2);
    assertThat(counts("edge-a").published()).isEqualTo(1);
    assertThat(counts("edge-a").balanced()).isTrue();
    assertThat(bean(Records.class).article(revised.getArticleId())).isPresent();
  }

  @Test
  void aRevisionStandsInTheTraceUnderItsSubmission() {
    submit(ninjs("edge-t", "r-t1", "story-t", "The trace of a story", "It goes on."));

    ArticleRevised revised = revisionsOf("edge-t", 1).getFirst();

    Step step =
        await()
            .atMost(SOON)
            .until(
                () ->
                    steps().stream()
                        .filter(
                            it -> revised.getArticleId().equals(it.attributes().get("articleId")))
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(step.name()).isEqualTo("normalise");
    assertThat(step.parent()).isEqualTo(TraceContext.of(TRACE, "r-t1"));
    assertThat(step.context())
        .isEqualTo(TraceContext.of(TRACE, EventIds.revised(revised.getArticleId(), 1)));
  }

  @Test
  void theSameRecordTwiceIsCountedOnce() {
    ArticleSubmitted submission =
        ninjs("edge-b", "r-b1", "story-1", "A ferry sails at night", "The first text.");
    submit(submission);
    submit(submission);
    submit(ninjs("edge-b", "r-b2", "story-2", "A crane is painted blue", "Another text."));

    assertThat(revisionsOf("edge-b", 2)).hasSize(2);
    assertThat(counts("edge-b").received()).isEqualTo(2);
    assertThat(counts("edge-b").balanced()).isTrue();
  }

  @Test
  void whatCannotBeReadIsQuarantinedWithItsBytes() {
    submit(event("edge-c", "r-c1", "story-1", SubmissionAction.PUBLISH, "{\"uri\": 7}"));

    ArticleQuarantined quarantined =
        await()
            .atMost(SOON)
            .until(
                () ->
                    read(Topic.QUARANTINED).stream()
                        .filter(it -> it.value() != null)
                        .map(it -> codec().decode(it.value(), ArticleQuarantined.class))
                        .filter(it -> it.getSourceId().equals("edge-c"))
                        .toList(),
                it -> !it.isEmpty())
            .getFirst();

    assertThat(quarantined.getRule()).isEqualTo("ninjs.field");
    assertThat(quarantined.getReason()).contains("uri").contains("headlines");
    assertThat(quarantined.getBody()).isEqualTo(utf8("{\"uri\": 7}"));
    assertThat(counts("edge-c").quarantined()).isEqualTo(1);
  }

  @Test
  void bytesThatAreNoEventGoToTheDeadLettersAndTheRestGoesOn() {
    kafka().send(Topic.SUBMITTED.topicName(), "edge-d:x", new byte[] {1, 2, 3}).join();
    submit(ninjs("edge-d", "r-d1", "story-1", "The lighthouse gets a new lamp", "Text."));

    assertThat(revisionsOf("edge-d", 1)).hasSize(1);
    List<ConsumerRecord<String, byte[]>> dead =
        await().atMost(SOON).until(() -> read(Topic.SUBMITTED_DLT), it -> !it.isEmpty());
    assertThat(dead.getFirst().value()).isEqualTo(new byte[] {1, 2, 3});
    assertThat(dead.getFirst().key()).isEqualTo("edge-d:x");
  }

  @Test
  void aTakedownErasesEveryEarlierRevisionAndTheSubmission() {
    submit(ninjs("edge-e", "r-e1", "story-1", "Name of a person", "Words about a person."));
    String articleId = revisionsOf("edge-e", 1).getFirst().getArticleId();
    submit(event("edge-e", "r-e2", "story-1", SubmissionAction.TAKEDOWN, ""));

    List<ArticleRevised> revisions = revisionsOf("edge-e", 2);

    assertThat(revisions.getLast().getKind()).isEqualTo(RevisionKind.TAKEDOWN);
    assertThat(revisions.getLast().getBodies()).isEmpty();
    assertThat(revisions.getLast().getHeadlines()).isEmpty();
    await().atMost(SOON).until(() -> erased(Topic.REVISED, articleId + "#1"));
    await().atMost(SOON).until(() -> erased(Topic.SUBMITTED, "edge-e:story-1"));
    assertThat(
            read(Topic.WITHDRAWN).stream()
                .map(it -> codec().decode(it.value(), ArticleWithdrawn.class))
                .filter(it -> it.getArticleId().equals(articleId)))
        .extracting(ArticleWithdrawn::getKind)
        .containsExactly(RevisionKind.TAKEDOWN);
  }
}
