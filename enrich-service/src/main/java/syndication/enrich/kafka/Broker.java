package syndication.enrich.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import syndication.schema.topic.TopicCreation;

/// The broker as an administrator sees it. Connects when it is first asked.
final class Broker implements AutoCloseable {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  private final Map<String, Object> settings;
  private @Nullable Admin admin;

  Broker(Map<String, Object> settings) {
    this.settings = Map.copyOf(settings);
  }

  void ensure(TopicCreation topics) {
    topics.ensure(admin());
  }

  /// The number of the cluster's nodes.
  ///
  /// @throws IllegalStateException when it does not answer
  int nodes() {
    try {
      return admin()
          .describeCluster()
          .nodes()
          .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
          .size();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the broker", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the Kafka broker does not answer", e);
    }
  }

  private synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(settings);
    }
    return admin;
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(ANSWER_WITHIN);
    }
  }
}
