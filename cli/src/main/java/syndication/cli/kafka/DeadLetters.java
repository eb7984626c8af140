package syndication.cli.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import syndication.schema.topic.Topic;

/// The dead-letter topics, and which of their letters were sent on their way again or given up.
///
/// That is noted in the offsets of a consumer group: everything before the offset is done, and so
/// are the offsets listed in its metadata.
public final class DeadLetters implements AutoCloseable {

  /// Keeps the notes; nobody consumes in it.
  static final String GROUP = "syndicate-dead-letters";

  private final String bootstrapServers;
  private final Admin admin;

  public DeadLetters(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /// Those neither requeued nor discarded yet, the oldest first.
  public List<DeadLetter> open() {
    Map<TopicPartition, Done> done = done();
    var it = new ArrayList<DeadLetter>();
    for (Topic topic : TopicReports.deadLetterTopics()) {
      try (var reader = new TopicReader(bootstrapServers, topic)) {
        if (reader.exists()) {
          reader.toStart();
          reader.toNow(record -> {
            var partition = new TopicPartition(record.topic(), record.partition());
            if (!done.getOrDefault(partition, Done.NONE).has(record.offset())) {
              it.add(new DeadLetter(topic, record));
            }
          });
        }
      }
    }
    it.sort(Comparator.comparing(DeadLetter::diedAt));
    return it;
  }

  public Optional<DeadLetter> find(String id) {
    return open().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /// Writes the originals to the topics they came from and notes it. A crash in between sends them
  /// once more, which every reader takes.
  public void requeue(List<DeadLetter> letters) {
    Map<String, Object> client =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "acks",
            "all",
            "compression.type",
            "zstd",
            "max.request.size",
            Topic.RECORD_BYTES_MAX);
    try (var producer =
        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
      var sent = letters.stream().map(it -> producer.send(it.original())).toList();
      for (var it : sent) {
        it.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while requeueing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause(), e);
    }
    discard(letters);
  }

  /// Notes that nothing more is to be done about them; the records stay until their time is over.
  public void discard(List<DeadLetter> letters) {
    try {
      note(letters);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while noting what is done", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }

  private void note(List<DeadLetter> letters) throws ExecutionException, InterruptedException {
    Map<TopicPartition, Done> done = new HashMap<>(done());
    for (DeadLetter it : letters) {
      var partition = new TopicPartition(it.record().topic(), it.record().partition());
      done.merge(
          partition, Done.NONE.with(it.record().offset()), (a, b) -> a.with(it.record().offset()));
    }
    admin
        .alterConsumerGroupOffsets(
            GROUP,
            done.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().committed())))
        .all()
        .get();
  }

  private Map<TopicPartition, Done> done() {
    try {
      Map<TopicPartition, Done> it = new HashMap<>();
      admin
          .listConsumerGroupOffsets(GROUP)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, offset) -> it.put(partition, Done.of(offset)));
      return it;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not answer: " + e.getCause(), e);
    }
  }

  /// @param before every offset below is done
  /// @param also done, though something before them is not
  record Done(long before, TreeSet<Long> also) {

    static final Done NONE = new Done(0, new TreeSet<>());

    static Done of(OffsetAndMetadata committed) {
      return new Done(
          committed.offset(),
          Arrays.stream(committed.metadata().split(","))
              .filter(it -> !it.isBlank())
              .map(Long::valueOf)
              .collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean has(long offset) {
      return offset < before || also.contains(offset);
    }

    Done with(long offset) {
      var rest = new TreeSet<>(also);
      rest.add(offset);
      long first = before;
      while (rest.remove(first)) {
        first++;
      }
      return new Done(first, rest);
    }

    OffsetAndMetadata committed() {
      return new OffsetAndMetadata(
          before, also.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }
}
