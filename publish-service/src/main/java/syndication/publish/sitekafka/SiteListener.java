package syndication.publish.sitekafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.BatchMessageListener;
import syndication.publish.article.PublishedArticle;
import syndication.publish.deadletter.DeadLetters;
import syndication.publish.kafka.EnrichedTranslator;
import syndication.publish.sitestore.SiteStore;
import syndication.schema.ArticleEnriched;
import syndication.schema.ArticleWithdrawn;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;
import syndication.schema.wire.UnreadableEventException;

/// Brings one topic's events onto the site. Offsets advance after the database has the articles and
/// the dead letters have what can never be read or kept; anything else is tried again.
final class SiteListener<T extends SpecificRecord> implements BatchMessageListener<String, byte[]> {

  private final Class<T> type;
  private final Function<T, PublishedArticle> translator;
  private final EventCodec codec;
  private final SiteStore store;
  private final DeadLetters deadLetters;
  private final Counter applied;

  private SiteListener(
      Topic topic,
      Class<T> type,
      Function<T, PublishedArticle> translator,
      EventCodec codec,
      SiteStore store,
      DeadLetters deadLetters,
      MeterRegistry meters) {
    this.type = type;
    this.translator = translator;
    this.codec = codec;
    this.store = store;
    this.deadLetters = deadLetters;
    this.applied = meters.counter("syndicate.site.articles", "topic", topic.topicName());
  }

  /// Shows articles.
  static SiteListener<ArticleEnriched> ofEnriched(
      EventCodec codec, SiteStore store, DeadLetters deadLetters, MeterRegistry meters) {
    return new SiteListener<>(
        Topic.ENRICHED,
        ArticleEnriched.class,
        EnrichedTranslator::article,
        codec,
        store,
        deadLetters,
        meters);
  }

  /// Takes articles off.
  static SiteListener<ArticleWithdrawn> ofWithdrawn(
      EventCodec codec, SiteStore store, DeadLetters deadLetters, MeterRegistry meters) {
    return new SiteListener<>(
        Topic.WITHDRAWN,
        ArticleWithdrawn.class,
        WithdrawnTranslator::article,
        codec,
        store,
        deadLetters,
        meters);
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
    List<Arrived> arrived = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> it : records) {
      // A tombstone erases and says nothing.
      if (it.value() != null) {
        try {
          arrived.add(new Arrived(it, translator.apply(codec.decode(it.value(), type))));
        } catch (UnreadableEventException e) {
          deadLetters.put(it, e);
        }
      }
    }
    applied.increment(stored(arrived));
  }

  // What the database refuses for good must not stop what is behind it.
  private int stored(List<Arrived> arrived) {
    try {
      return store.apply(arrived.stream().map(Arrived::article).toList());
    } catch (DataIntegrityViolationException e) {
      int changed = 0;
      for (Arrived it : arrived) {
        changed += storedAlone(it);
      }
      return changed;
    }
  }

  private int storedAlone(Arrived it) {
    try {
      return store.apply(List.of(it.article()));
    } catch (DataIntegrityViolationException e) {
      deadLetters.put(it.record(), e);
      return 0;
    }
  }

  private record Arrived(ConsumerRecord<String, byte[]> record, PublishedArticle article) {}
}
