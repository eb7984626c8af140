package syndication.schema.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/// The broker as an administrator sees it. Connects when it is first asked, and keeps the
/// connection. Safe for use by several threads.
public final class Broker implements AutoCloseable {

  /// Much shorter than the five seconds that whoever asks a service for its health waits, so that
  /// it is told what is wrong and not merely left without an answer.
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(1_500);

  private final Map<String, Object> settings;
  private @Nullable Admin admin;

  /// @param settings of Kafka's admin client
  public Broker(Map<String, Object> settings) {
    this.settings = new HashMap<>(settings);
  }

  /// @throws IllegalStateException when topics are missing and creation is off, or it does not
  ///   answer
  public void ensure(TopicCreation topics) {
    topics.ensure(admin());
  }

  /// The number of the cluster's nodes.
  ///
  /// @throws IllegalStateException when it does not answer
  public int nodes() {
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
      throw new IllegalStateException(
          "the Kafka broker at %s does not answer".formatted(settings.get("bootstrap.servers")), e);
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
