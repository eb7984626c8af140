package syndication.ingest.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import syndication.ingest.normalise.Normaliser;
import syndication.ingest.normalise.OutageException;
import syndication.ingest.submission.Submission;
import syndication.schema.ArticleSubmitted;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistryUnavailableException;
import syndication.schema.wire.UnreadableEventException;

/// Takes submissions from Kafka. It returns, and their offsets advance, when all that follows from
/// them is stored and sent; any failure is an outage, and the batch comes again.
public class SubmissionListener {

  static final String ID = "normalise";

  private final Normaliser normaliser;
  private final EventCodec codec;
  private final KafkaEventLane lane;

  SubmissionListener(Normaliser normaliser, EventCodec codec, KafkaEventLane lane) {
    this.normaliser = normaliser;
    this.codec = codec;
    this.lane = lane;
  }

  @KafkaListener(
      id = ID,
      groupId = ID,
      topics = "articles.submitted",
      concurrency = "${syndicate.ingest.normaliser.concurrency:2}")
  public void take(List<ConsumerRecord<String, byte[]>> records) {
    List<Submission> submissions = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> it : records) {
      // A tombstone only erases.
      if (it.value() != null) {
        submission(it).ifPresent(submissions::add);
      }
    }
    normaliser.take(submissions);
  }

  private Optional<Submission> submission(ConsumerRecord<String, byte[]> it) {
    try {
      return Optional.of(
          SubmissionEvents.submission(codec.decode(it.value(), ArticleSubmitted.class)));
    } catch (RegistryUnavailableException e) {
      throw new OutageException("the schema registry does not answer", e);
    } catch (UnreadableEventException e) {
      lane.deadLetter(new KafkaEventLane.DeadLetter(it, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }
}
