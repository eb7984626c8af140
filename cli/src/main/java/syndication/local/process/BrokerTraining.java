package syndication.local.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import syndication.local.LocalBroker;
import syndication.schema.topic.Topic;
import syndication.schema.topic.TopicCreation;

/// A short life of a broker, from which the AOT cache learns what a start needs.
final class BrokerTraining {

  private static final int RECORDS = 50;

  private BrokerTraining() {}

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    try (LocalBroker broker = LocalBroker.startTemporary()) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (Admin admin = Admin.create(client)) {
        new TopicCreation(true, 1).ensure(admin);
        try (var producer =
            new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
          for (int i = 0; i < RECORDS; i++) {
            var _ =
                producer.send(
                    new ProducerRecord<>(Topic.SUBMITTED.topicName(), "key" + i, "value"));
          }
        }
        admin.describeTopics(List.of(Topic.SUBMITTED.topicName())).allTopicNames().get();
      }
    }
  }
}
