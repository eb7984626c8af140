package syndication.publish.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;
import syndication.publish.deadletter.DeadLetters;
import syndication.publish.delivery.Engine;
import syndication.publish.delivery.Withdrawal;
import syndication.publish.ninjs.WithdrawalNotice;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.RevisionKind;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.RegistryUnavailableException;

/// Reads `articles.withdrawn`, on a thread of its own that waits for no partner: a withdrawal is
/// durable when it returns, and on its way.
final class WithdrawnListener implements BatchMessageListener<String, byte[]> {

  private final Engine engine;
  private final EventCodec codec;
  private final DeadLetters deadLetters;

  WithdrawnListener(Engine engine, EventCodec codec, DeadLetters deadLetters) {
    this.engine = engine;
    this.codec = codec;
    this.deadLetters = deadLetters;
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
    for (ConsumerRecord<String, byte[]> record : records) {
      if (record.value() != null) {
        withdraw(record);
      }
    }
  }

  private void withdraw(ConsumerRecord<String, byte[]> record) {
    Withdrawal withdrawal;
    try {
      withdrawal = withdrawal(codec.decode(record.value(), ArticleWithdrawn.class));
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      deadLetters.put(record, e);
      return;
    }
    engine.withdraw(withdrawal);
  }

  private static Withdrawal withdrawal(ArticleWithdrawn event) {
    boolean withheld = event.getKind() == RevisionKind.WITHHOLD;
    var notice =
        new WithdrawalNotice(
            event.getArticleId(),
            event.getRevision(),
            event.getKind().name(),
            withheld,
            event.getSourceId(),
            event.getHeadline().orElse(null),
            event.getReason().orElse(null),
            event.getNote().orElse(null),
            event.getAliases(),
            event.getWithdrawnAt());
    return new Withdrawal(
        event.getArticleId(),
        event.getRevision(),
        event.getKind().name(),
        event.getWithdrawnAt(),
        notice.document(),
        event.getTraceId());
  }
}
