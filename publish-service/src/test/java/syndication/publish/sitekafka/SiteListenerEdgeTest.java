package syndication.publish.sitekafka;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.LocalPartner.await;
import static syndication.publish.RunningService.articleId;
import static syndication.publish.RunningService.withdrawn;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import syndication.publish.RunningService;
import syndication.publish.deadletter.DeadLetters;
import syndication.publish.kafka.EnrichedEvents;
import syndication.publish.site.Token;
import syndication.publish.sitestore.SiteStore;
import syndication.schema.ArticleEnriched;
import syndication.schema.RevisionKind;
import syndication.schema.topic.Topic;
import syndication.schema.wire.EventCodec;

/// The site with a real broker and a real database, asked over HTTP.
class SiteListenerEdgeTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start("syndicate.publish.roles=site,delivery");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void anEnrichedArticleIsReadableAndAWithdrawalTakesItOff() {
    String article = articleId();

    service.produce(event(article, 1, RevisionKind.NEW));
    await("readable", () -> status(article) == 200);
    service.produce(withdrawn(article, 2));
    await("gone", () -> status(article) == 410);
    service.produce(event(article, 1, RevisionKind.NEW));
    service.produce(event(article, 3, RevisionKind.RESTORE));

    await("restored", () -> status(article) == 200);
    assertThat(get("/articles/x-" + Token.ofArticle(article))).contains("take 3");
  }

  @Test
  void aWithdrawalOvertakesABacklogOfArticles() {
    String article = articleId();
    service.produce(event(article, 1, RevisionKind.NEW));
    await("readable", () -> status(article) == 200);

    String last = articleId();
    for (int i = 0; i < 800; i++) {
      service.produce(event(articleId(), 1, RevisionKind.NEW));
    }
    service.produce(event(last, 1, RevisionKind.NEW));
    service.produce(withdrawn(article, 2));
    service.flush();
    await("gone", () -> status(article) == 410);

    assertThat(shown()).as("articles shown when the withdrawal took effect").isLessThan(800);
    await("the backlog is done", () -> status(last) == 200);
    assertThat(status(article)).isEqualTo(410);
  }

  @Test
  void whatCannotBeReadGoesToTheDeadLettersAndWhatFollowsIsShown() {
    String key = articleId();
    byte[] bytes = "no event".getBytes(StandardCharsets.UTF_8);
    String article = articleId();

    service.produceBytes(Topic.ENRICHED, key, bytes);
    service.produceBytes(Topic.WITHDRAWN, key, bytes);
    service.produce(event(article, 1, RevisionKind.NEW));
    service.produce(withdrawn(article, 2));

    await("gone", () -> status(article) == 410);
    await("dead letters", () -> deadLetters(Topic.ENRICHED_DLT, key).size() >= 1);
    await("dead letters", () -> deadLetters(Topic.WITHDRAWN_DLT, key).size() >= 1);
    assertThat(deadLetters(Topic.ENRICHED_DLT, key)).allMatch(it -> it.equals("no event"));
  }

  @Test
  void theTopicOfEnrichedArticlesAloneRebuildsTheSite() {
    String shown = articleId();
    String killed = articleId();
    service.produce(event(shown, 1, RevisionKind.NEW));
    service.produce(event(shown, 2, RevisionKind.CORRECTION));
    service.produce(event(killed, 1, RevisionKind.NEW));
    service.produce(event(killed, 2, RevisionKind.KILL));
    await("gone", () -> status(killed) == 410);
    await("corrected", () -> get("/articles/x-" + Token.ofArticle(shown)).contains("take 2"));

    service.jdbc().execute("truncate site_article cascade");
    assertThat(status(shown)).isEqualTo(404);
    fromTheStart().forEach(batch -> listener().onMessage(batch));

    await("readable again", () -> status(shown) == 200);
    await("gone again", () -> status(killed) == 410);
  }

  private static SiteListener<ArticleEnriched> listener() {
    return SiteListener.ofEnriched(
        service.bean(EventCodec.class),
        service.bean(SiteStore.class),
        new DeadLetters(service.bean(KafkaTemplate.class), Topic.ENRICHED),
        service.bean(MeterRegistry.class));
  }

  private static ArticleEnriched event(String article, long revision, RevisionKind kind) {
    return EnrichedEvents.event(article, revision, kind);
  }

  private static long shown() {
    Long count =
        service
            .jdbc()
            .queryForObject("select count(*) from site_listing where list = 'front:'", Long.class);
    return count == null ? 0 : count;
  }

  private static int status(String article) {
    return answer("/articles/x-" + Token.ofArticle(article)).statusCode();
  }

  private static String get(String path) {
    return answer(path).body();
  }

  private static HttpResponse<String> answer(String path) {
    URI address = URI.create("http://127.0.0.1:" + service.port() + path);
    try {
      return HTTP.send(
          HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static List<String> deadLetters(Topic topic, String key) {
    return records(topic, topic.partitions()).stream()
        .flatMap(List::stream)
        .filter(it -> key.equals(it.key()))
        .map(it -> new String(it.value(), StandardCharsets.UTF_8))
        .toList();
  }

  private static List<List<ConsumerRecord<String, byte[]>>> fromTheStart() {
    return records(Topic.ENRICHED, Topic.ENRICHED.partitions());
  }

  private static List<List<ConsumerRecord<String, byte[]>>> records(Topic topic, int partitions) {
    List<List<ConsumerRecord<String, byte[]>>> batches = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", service.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          IntStream.range(0, partitions)
              .mapToObj(it -> new TopicPartition(topic.topicName(), it))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        consumer.poll(Duration.ofMillis(200)).forEach(batch::add);
        batches.add(batch);
      }
    }
    return batches;
  }
}
