package syndication.publish.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle.Version;

/// What waits in a lane, and what of each article is on its way.
///
/// Of one article at most one delivery is on its way. A newer version takes the place of one that
/// waits, and comes after one that is on its way. Withdrawals have a queue of their own and wait
/// only for a delivery of their own article. Knows no thread and no clock; guarded by its lane's
/// lock.
final class LaneQueue {

  /// Versions taken lately that the store may not show yet; more than are ever under way.
  private static final int RECENT_MAX = 2_048;

  /// Withdrawals that may wait; those beyond are taken up from the store.
  private static final int WITHDRAWALS_MAX = 1_024;

  private final int windowMax;
  private final Deque<Sending> usual = new ArrayDeque<>();
  private final Deque<Sending> withdrawals = new ArrayDeque<>();
  private final Map<String, Sending> byArticle = new HashMap<>();
  private final Map<String, Version> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Version> eldest) {
          return size() > RECENT_MAX;
        }
      };

  /// What became of a delivery that was to be placed.
  enum Placed {
    /// It waits, or is settled with the one that waits in its stead.
    TAKEN,
    /// The partner has a later version: it must not be sent.
    OUTDATED,
    /// There is no room: it has to be parked.
    NO_ROOM
  }

  /// @param windowMax deliveries that may wait, withdrawals apart
  LaneQueue(int windowMax) {
    this.windowMax = windowMax;
  }

  /// How many wait, withdrawals apart.
  int size() {
    return usual.size();
  }

  int withdrawals() {
    return withdrawals.size();
  }

  /// Whether a delivery of this article waits or is on its way.
  boolean holds(String articleId) {
    return byArticle.containsKey(articleId);
  }

  Placed place(Sending it) {
    Version taken = recent.get(it.articleId());
    if (taken != null && outdated(it, taken)) {
      it.place = Sending.Place.GONE;
      return Placed.OUTDATED;
    }
    if (taken != null && it.delivery.type() == EventType.PUBLISHED) {
      it.delivery = it.delivery.as(EventType.UPDATED);
    }
    Sending before = byArticle.get(it.articleId());
    if (before == null) {
      return placeNew(it);
    }
    if (before.delivery.type() == EventType.WITHDRAWN) {
      placeBehind(before, it);
    } else if (!older(before, it)) {
      it.place = Sending.Place.GONE;
      before.whenSettled(it::settle);
    } else if (before.place == Sending.Place.QUEUED) {
      supersede(before);
      usual.add(it);
      byArticle.put(it.articleId(), it);
    } else {
      placeBehind(before, it);
    }
    return Placed.TAKEN;
  }

  /// Withdrawals are durable, so that one that finds no room is taken up from the store later.
  void placeWithdrawal(Sending it) {
    Sending before = byArticle.get(it.articleId());
    if (before != null
        && (before.place == Sending.Place.IN_FLIGHT
            || before.delivery.type() == EventType.WITHDRAWN)) {
      placeBehind(before, it);
      return;
    }
    if (before != null) {
      if (version(before).compareTo(version(it)) > 0) {
        return;
      }
      supersede(before);
    }
    if (withdrawals.size() < WITHDRAWALS_MAX) {
      withdrawals.add(it);
      byArticle.put(it.articleId(), it);
    }
  }

  /// The next one is on its way; `null` when none waits.
  @Nullable Sending take() {
    return begun(usual.poll());
  }

  /// The next withdrawal is on its way; `null` when none waits.
  @Nullable Sending takeWithdrawal() {
    return begun(withdrawals.poll());
  }

  /// The partner took it: an older version of the article is not sent any more.
  void taken(Sending it) {
    if (it.delivery.type() == EventType.WITHDRAWN) {
      return;
    }
    recent.put(it.articleId(), version(it));
    Sending next = it.next;
    if (next != null && next.delivery.type() == EventType.PUBLISHED) {
      next.delivery = next.delivery.as(EventType.UPDATED);
    }
  }

  /// It waits no longer and is not on its way any more; what came after it waits now.
  void leave(Sending it) {
    if (it.place == Sending.Place.QUEUED) {
      usual.remove(it);
    }
    it.place = Sending.Place.GONE;
    Sending first = byArticle.get(it.articleId());
    if (first != null && first.next == it) {
      first.next = null;
    }
    byArticle.remove(it.articleId(), it);
    Sending next = it.next;
    if (next != null) {
      it.next = null;
      if (next.delivery.type() == EventType.WITHDRAWN) {
        withdrawals.addFirst(next);
      } else {
        usual.addFirst(next);
      }
      byArticle.put(next.articleId(), next);
    }
  }

  /// Takes out what was not sent of an article that is withdrawn.
  void cancel(String articleId, long throughRevision) {
    Sending it = byArticle.get(articleId);
    if (it == null || version(it).revision() > throughRevision) {
      return;
    }
    if (it.place == Sending.Place.QUEUED && it.delivery.type() != EventType.WITHDRAWN) {
      supersede(it);
      return;
    }
    Sending next = it.next;
    if (next != null
        && next.delivery.type() != EventType.WITHDRAWN
        && version(next).revision() <= throughRevision) {
      supersede(next);
    }
  }

  /// Takes out all that waits, withdrawals apart, in order.
  List<Sending> drain() {
    List<Sending> waiting = new ArrayList<>(usual);
    usual.clear();
    waiting.forEach(this::leave);
    return waiting;
  }

  void clear() {
    usual.clear();
    withdrawals.clear();
    byArticle.clear();
  }

  // What the store gives us again an operator may have asked for.
  private static boolean outdated(Sending it, Version taken) {
    int order = taken.compareTo(version(it));
    return order > 0 || (order == 0 && !it.durable);
  }

  private Placed placeNew(Sending it) {
    if (usual.size() >= windowMax) {
      return Placed.NO_ROOM;
    }
    usual.add(it);
    byArticle.put(it.articleId(), it);
    return Placed.TAKEN;
  }

  private void supersede(Sending waiting) {
    leave(waiting);
    waiting.settle();
  }

  private static void placeBehind(Sending before, Sending it) {
    Sending superseded = before.next;
    if (superseded != null && older(it, superseded)) {
      it.place = Sending.Place.GONE;
      superseded.whenSettled(it::settle);
      return;
    }
    before.next = it;
    if (superseded != null) {
      superseded.place = Sending.Place.GONE;
      superseded.settle();
    }
  }

  private static @Nullable Sending begun(@Nullable Sending it) {
    if (it != null) {
      it.place = Sending.Place.IN_FLIGHT;
    }
    return it;
  }

  private static boolean older(Sending one, Sending other) {
    return version(one).compareTo(version(other)) < 0;
  }

  private static Version version(Sending it) {
    return it.delivery.payload().version();
  }
}
