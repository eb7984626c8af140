package syndication.schema.topic;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/// Makes sure that the pipeline's topics exist.
public final class TopicCreation {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final boolean create;
  private final short replicationFactor;

  /// @param create whether to create what is missing; if not, missing topics are an error
  /// @param replicationFactor for new topics, 1 or more
  public TopicCreation(boolean create, int replicationFactor) {
    if (replicationFactor < 1) {
      throw new IllegalArgumentException(
          "replicationFactor: " + replicationFactor + " (expected: >= 1)");
    }
    this.create = create;
    this.replicationFactor = (short) replicationFactor;
  }

  /// Creates the missing topics, or says which are missing. Running it twice, or from several
  /// services at once, is harmless.
  ///
  /// @throws IllegalStateException when topics are missing and creation is off, or the broker does
  ///   not answer
  public void ensure(Admin admin) {
    try {
      Set<String> existing =
          admin.listTopics().names().get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      List<Topic> missing =
          Arrays.stream(Topic.values()).filter(it -> !existing.contains(it.topicName())).toList();
      if (missing.isEmpty()) {
        return;
      }
      if (!create) {
        throw new IllegalStateException(
            "topics missing, and creating them is switched off: "
                + missing.stream().map(Topic::topicName).toList());
      }
      for (Topic topic : missing) {
        create(admin, topic.definition(replicationFactor));
      }
      awaitVisible(admin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the Kafka broker did not answer: " + e.getMessage(), e);
    }
  }

  // A broker tells of a new topic a moment after it has made it.
  private static void awaitVisible(Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    Set<String> all = Arrays.stream(Topic.values()).map(Topic::topicName).collect(toSet());
    long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
    while (!admin
        .listTopics()
        .names()
        .get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .containsAll(all)) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("new topics do not show");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static void create(Admin admin, NewTopic topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      admin.createTopics(List.of(topic)).all().get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }
}
