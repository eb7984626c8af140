package syndication.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The baselines, each in a process of its own: the same work with nothing around it. Prints the
/// microseconds of processor time per unit, after a warm-up.
public final class Bare {

  private static final int IN_FLIGHT = 64;

  private Bare() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int count = Integer.parseInt(args[args.length - 1]);
    double micros =
        switch (args[0]) {
          case "post" -> post(args[1], Integer.parseInt(args[2]), warmUp(args), count);
          case "produce" -> produce(args[1], args[2], count);
          case "hop" -> hop(args[1], args[2], args[3], count);
          default ->
              throw new IllegalArgumentException(args[0] + " (expected: post, produce, hop)");
        };
    System.out.println(micros);
  }

  private static double post(String endpoint, int bytes, int warmUp, int count)
      throws IOException, InterruptedException {
    byte[] body = "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII);
    try (CloseableHttpClient client = client()) {
      postAll(client, endpoint, body, warmUp);
      Duration before = Cpu.ofThisProcess();
      postAll(client, endpoint, body, count);
      return Cpu.micros(Cpu.ofThisProcess().minus(before), count);
    }
  }

  // As long as that of what it is compared with; the last argument but one.
  private static int warmUp(String... args) {
    return Integer.parseInt(args[args.length - 2]);
  }

  private static CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom().setBufferSize(2048).build())
                        .build())
                .setMaxConnPerRoute(IN_FLIGHT)
                .setMaxConnTotal(IN_FLIGHT)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .build();
  }

  private static void postAll(CloseableHttpClient client, String endpoint, byte[] body, int count)
      throws InterruptedException {
    var slots = new Semaphore(IN_FLIGHT);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        slots.acquire();
        threads.execute(() -> {
          try {
            var request = new HttpPost(endpoint);
            request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
            client.execute(request, response -> response.getCode());
          } catch (IOException e) {
            throw new IllegalStateException(endpoint, e);
          } finally {
            slots.release();
          }
        });
      }
    }
  }

  private static double produce(String kafka, String topic, int count) {
    byte[] value = "x".repeat(4096).getBytes(StandardCharsets.US_ASCII);
    try (KafkaProducer<String, byte[]> producer = Events.producer(kafka)) {
      produceAll(producer, topic, value, count);
      Duration before = Cpu.ofThisProcess();
      produceAll(producer, topic, value, count);
      return Cpu.micros(Cpu.ofThisProcess().minus(before), count);
    }
  }

  private static void produceAll(
      KafkaProducer<String, byte[]> producer, String topic, byte[] value, int count) {
    for (int i = 0; i < count; i++) {
      producer.send(new ProducerRecord<>(topic, Integer.toString(i), value));
    }
    producer.flush();
  }

  /// Reads what is on a topic, and writes it to another as it is.
  private static double hop(String kafka, String from, String to, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka,
            "enable.auto.commit",
            "false",
            "max.partition.fetch.bytes",
            12 * 1024 * 1024,
            "auto.offset.reset",
            "earliest");
    try (var consumer =
            new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        KafkaProducer<String, byte[]> producer = Events.producer(kafka)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(from).stream()
              .map(it -> new TopicPartition(from, it.partition()))
              .toList();
      consumer.assign(partitions);
      hopAll(consumer, producer, partitions, to, count);
      Duration before = Cpu.ofThisProcess();
      hopAll(consumer, producer, partitions, to, count);
      return Cpu.micros(Cpu.ofThisProcess().minus(before), count);
    }
  }

  private static void hopAll(
      KafkaConsumer<String, byte[]> consumer,
      KafkaProducer<String, byte[]> producer,
      List<TopicPartition> partitions,
      String to,
      int count) {
    consumer.seekToBeginning(partitions);
    int done = 0;
    while (done < count) {
      ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(200));
      for (ConsumerRecord<String, byte[]> record : records) {
        producer.send(new ProducerRecord<>(to, record.key(), record.value()));
      }
      producer.flush();
      done += records.count();
    }
  }
}
