package syndication.publish.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;

/// A lane for every subscription there is, opened and closed as subscriptions change.
final class Lanes {

  private static final Logger logger = LoggerFactory.getLogger(Lanes.class);

  private final Subscriptions subscriptions;
  private final PartnerClients clients;
  private final LaneParts parts;
  private final LaneSettings settings;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private long version = Long.MIN_VALUE;

  Lanes(
      Subscriptions subscriptions, PartnerClients clients, LaneParts parts, LaneSettings settings) {
    this.subscriptions = subscriptions;
    this.clients = clients;
    this.parts = parts;
    this.settings = settings;
  }

  Collection<Lane> all() {
    return lanes.values();
  }

  @Nullable Lane of(String subscriptionId) {
    return lanes.get(subscriptionId);
  }

  /// Reads the subscriptions again if they changed.
  synchronized void reload() {
    long current = subscriptions.version();
    if (current == version) {
      return;
    }
    Map<String, Subscription> now = new HashMap<>();
    subscriptions.all().forEach(it -> now.put(it.id(), it));
    for (Lane lane : List.copyOf(lanes.values())) {
      Subscription changed = now.get(lane.subscription().id());
      if (changed == null) {
        lanes.remove(lane.subscription().id());
        lane.close();
      } else if (!changed.equals(lane.subscription())) {
        lane.close();
        open(changed);
      }
    }
    now.values().stream().filter(it -> !lanes.containsKey(it.id())).forEach(this::open);
    version = current;
  }

  /// Waits until every lane that flows has room for so many more; those that have none within the
  /// patience flow no more.
  void awaitRoom(int deliveries, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    lanes.values().forEach(it -> it.awaitRoomFor(deliveries, end));
  }

  /// Something of a subscription is due then.
  void wake(String subscriptionId, Instant due) {
    Lane lane = lanes.get(subscriptionId);
    if (lane != null) {
      lane.wake(due);
    }
  }

  void wake(Set<String> subscriptionIds, Instant due) {
    subscriptionIds.forEach(it -> wake(it, due));
  }

  /// Takes out what was not sent of an article that is withdrawn.
  void cancel(String articleId, long throughRevision) {
    lanes.values().forEach(it -> it.cancel(articleId, throughRevision));
  }

  /// The partner wants no more.
  void disable(String subscriptionId, String reason, Instant now) {
    try {
      subscriptions.changeState(subscriptionId, new Subscription.State.Disabled(now, reason));
      reload();
    } catch (StoreUnavailableException e) {
      logger.warn("subscription {} not disabled yet: {}", subscriptionId, e.getMessage());
    }
  }

  private void open(Subscription subscription) {
    var lane = new Lane(subscription, clients.open(subscription), parts, settings);
    lanes.put(subscription.id(), lane);
    lane.start();
  }
}
