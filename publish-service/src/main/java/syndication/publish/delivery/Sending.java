package syndication.publish.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A delivery inside a lane. Guarded by its lane's lock.
final class Sending {

  /// Where it is.
  enum Place {
    QUEUED,
    IN_FLIGHT,
    GONE
  }

  private final List<Runnable> whenSettled = new ArrayList<>(1);
  private boolean settled;
  Delivery delivery;
  Place place = Place.QUEUED;

  /// Whether the store has it, so that a crash does not lose it.
  boolean durable;

  /// The newer one of the same article that waits for this one to end.
  @Nullable Sending next;

  Sending(Delivery delivery, boolean durable) {
    this.delivery = delivery;
    this.durable = durable;
  }

  String articleId() {
    return delivery.payload().articleId();
  }

  /// @param action run once, when the delivery is done or durable
  synchronized void whenSettled(Runnable action) {
    if (settled) {
      action.run();
    } else {
      whenSettled.add(action);
    }
  }

  void settle() {
    List<Runnable> actions;
    synchronized (this) {
      settled = true;
      actions = List.copyOf(whenSettled);
      whenSettled.clear();
    }
    actions.forEach(Runnable::run);
  }
}
