package syndication.publish.sitekafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.kafka.annotation.KafkaListener;
import syndication.publish.article.PublishedArticle;
import syndication.publish.kafka.EnrichedTranslator;
import syndication.publish.sitestore.SiteStore;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.UnreadableEventException;

/// Brings enriched articles onto the site and takes withdrawn ones off it. Offsets advance after
/// the database has the articles, or the dead letters have what cannot be read or kept.
public final class SiteListener {

  private static final Logger logger = LoggerFactory.getLogger(SiteListener.class);

  private final EventCodec codec;
  private final SiteStore store;
  private final SiteDeadLetters deadLetters;
  private final MeterRegistry meters;

  public SiteListener(
      EventCodec codec, SiteStore store, SiteDeadLetters deadLetters, MeterRegistry meters) {
    this.codec = codec;
    this.store = store;
    this.deadLetters = deadLetters;
    this.meters = meters;
  }

  @KafkaListener(
      id = "publish-site",
      groupId = "publish-site",
      topics = "articles.enriched",
      batch = "true",
      containerFactory = "siteListeners")
  void enriched(List<ConsumerRecord<String, byte[]>> records) {
    apply(records, Topic.ENRICHED, ArticleEnriched.class, EnrichedTranslator::article);
  }

  /// A group and a consumer of its own: a withdrawal never waits behind articles.
  @KafkaListener(
      id = "publish-site-withdrawals",
      groupId = "publish-site-withdrawals",
      topics = "articles.withdrawn",
      batch = "true",
      containerFactory = "siteListeners")
  void withdrawn(List<ConsumerRecord<String, byte[]>> records) {
    apply(records, Topic.WITHDRAWN, ArticleWithdrawn.class, WithdrawnTranslator::article);
  }

  private <T extends SpecificRecord> void apply(
      List<ConsumerRecord<String, byte[]>> records,
      Topic topic,
      Class<T> type,
      Function<T, PublishedArticle> translator) {
    List<Arrived> arrived = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> it : records) {
      // A tombstone erases and says nothing.
      if (it.value() != null) {
        try {
          arrived.add(new Arrived(it, translator.apply(codec.decode(it.value(), type))));
        } catch (UnreadableEventException e) {
          deadLetters.add(topic, it, e);
        }
      }
    }
    int changed = stored(arrived, topic);
    deadLetters.flush();
    meters.counter("syndicate.site.articles", "topic", topic.topicName()).increment(changed);
    logger
        .atDebug()
        .addKeyValue("topic", topic.topicName())
        .addKeyValue("records", records.size())
        .addKeyValue("changed", changed)
        .log("site brought up to date");
  }

  // What the database refuses for good must not stop what is behind it.
  private int stored(List<Arrived> arrived, Topic topic) {
    try {
      return store.apply(arrived.stream().map(Arrived::article).toList());
    } catch (NonTransientDataAccessException e) {
      if (databaseGone(e)) {
        throw e;
      }
    }
    int changed = 0;
    for (Arrived it : arrived) {
      try {
        changed += store.apply(List.of(it.article()));
      } catch (NonTransientDataAccessException e) {
        if (databaseGone(e)) {
          throw e;
        }
        deadLetters.add(topic, it.record(), e);
      }
    }
    return changed;
  }

  private static boolean databaseGone(DataAccessException e) {
    return !(e instanceof org.springframework.dao.DataIntegrityViolationException);
  }

  private record Arrived(ConsumerRecord<String, byte[]> record, PublishedArticle article) {}
}
