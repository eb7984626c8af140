package syndication.publish.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import syndication.publish.article.PublishedArticle.Version;
import syndication.publish.delivery.LaneQueue.Placed;

/// Order and supersession inside a lane.
class LaneQueueTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final int WINDOW = 3;

  private final LaneQueue queue = new LaneQueue(WINDOW);
  private final List<String> settled = new ArrayList<>();

  private Sending sending(String article, long revision, EventType type, boolean durable) {
    var payload =
        new Payload(
            article,
            new Version(revision, 1),
            NOW,
            new byte[0],
            "",
            null,
            null,
            "0af7651916cd43dd8448eb211c80319c",
            null,
            null);
    var it =
        new Sending(new Delivery(article + "#" + revision, "sub", "p", type, payload, 0), durable);
    it.whenSettled(() -> settled.add(article + "#" + revision));
    return it;
  }

  private Sending live(String article, long revision) {
    return sending(article, revision, EventType.PUBLISHED, false);
  }

  private Sending withdrawal(String article, long revision) {
    return sending(article, revision, EventType.WITHDRAWN, true);
  }

  private static String id(@Nullable Sending it) {
    return it == null ? "none" : it.delivery.id();
  }

  private Sending begun() {
    return Objects.requireNonNull(queue.take());
  }

  @Test
  void differentArticlesLeaveInTheOrderTheyCame() {
    queue.place(live("a", 1));
    queue.place(live("b", 1));

    assertThat(id(queue.take())).isEqualTo("a#1");
    assertThat(id(queue.take())).isEqualTo("b#1");
    assertThat(queue.take()).isNull();
  }

  @Test
  void aNewerVersionTakesThePlaceOfOneThatWaits() {
    queue.place(live("a", 1));
    queue.place(live("a", 2));

    assertThat(settled).containsExactly("a#1");
    assertThat(id(queue.take())).isEqualTo("a#2");
    assertThat(queue.take()).isNull();
  }

  @Test
  void aNewerVersionWaitsForTheEndOfOneThatIsOnItsWayAndGoesNext() {
    queue.place(live("a", 1));
    Sending first = begun();
    queue.place(live("b", 1));
    queue.place(live("a", 2));
    queue.place(live("a", 3));

    assertThat(id(queue.take())).isEqualTo("b#1");
    assertThat(queue.take()).isNull();
    queue.taken(first);
    queue.leave(first);

    Sending next = begun();
    assertThat(id(next)).isEqualTo("a#3");
    assertThat(next.delivery.type()).isEqualTo(EventType.UPDATED);
    assertThat(settled).containsExactly("a#2");
  }

  @Test
  void anOlderVersionIsSettledWithTheNewerThatWaits() {
    Sending newer = live("a", 2);
    queue.place(newer);

    assertThat(queue.place(live("a", 1))).isEqualTo(Placed.TAKEN);
    assertThat(settled).isEmpty();
    newer.settle();

    assertThat(settled).containsExactly("a#2", "a#1");
  }

  @Test
  void whatThePartnerHasALaterVersionOfIsOutdated() {
    queue.place(live("a", 2));
    Sending it = begun();
    queue.taken(it);
    queue.leave(it);

    assertThat(queue.place(live("a", 1))).isEqualTo(Placed.OUTDATED);
    assertThat(queue.place(live("a", 2))).isEqualTo(Placed.OUTDATED);
    assertThat(queue.place(sending("a", 2, EventType.PUBLISHED, true)))
        .as("asked for again by an operator")
        .isEqualTo(Placed.TAKEN);
  }

  @Test
  void aFullWindowHasNoRoomExceptForWhatIsThereAlready() {
    queue.place(live("a", 1));
    queue.place(live("b", 1));
    queue.place(live("c", 1));

    assertThat(queue.place(live("d", 1))).isEqualTo(Placed.NO_ROOM);
    assertThat(queue.place(live("a", 2))).isEqualTo(Placed.TAKEN);
    assertThat(queue.size()).isEqualTo(WINDOW);
  }

  @Test
  void aWithdrawalTakesThePlaceOfWhatWaitsAndNeedsNoRoom() {
    queue.place(live("a", 1));
    queue.place(live("b", 1));
    queue.place(live("c", 1));

    queue.placeWithdrawal(withdrawal("a", 2));
    queue.placeWithdrawal(withdrawal("x", 2));

    assertThat(settled).containsExactly("a#1");
    assertThat(id(queue.takeWithdrawal())).isEqualTo("a#2");
    assertThat(id(queue.takeWithdrawal())).isEqualTo("x#2");
  }

  @Test
  void aWithdrawalWaitsOnlyForADeliveryOfItsOwnArticle() {
    queue.place(live("a", 1));
    Sending onItsWay = begun();
    queue.placeWithdrawal(withdrawal("a", 2));

    assertThat(queue.takeWithdrawal()).isNull();
    queue.leave(onItsWay);

    assertThat(id(queue.takeWithdrawal())).isEqualTo("a#2");
  }

  @Test
  void whatFollowsAWithdrawalWaitsForIt() {
    queue.placeWithdrawal(withdrawal("a", 2));
    queue.place(live("a", 3));
    Sending withdrawal = Objects.requireNonNull(queue.takeWithdrawal());

    assertThat(queue.take()).isNull();
    queue.leave(withdrawal);

    assertThat(id(queue.take())).isEqualTo("a#3");
  }

  @Test
  void cancellingTakesOutWhatIsWithdrawnAndNothingLater() {
    queue.place(live("a", 1));
    queue.cancel("a", 2);
    queue.place(live("b", 3));
    queue.cancel("b", 2);

    assertThat(settled).containsExactly("a#1");
    assertThat(id(queue.take())).isEqualTo("b#3");
  }

  @Test
  void cancellingSparesTheReleaseThatWaitsBehindWhatIsOnItsWay() {
    queue.place(live("a", 1));
    Sending onItsWay = begun();
    queue.place(live("a", 7));

    queue.cancel("a", 5);
    queue.leave(onItsWay);

    assertThat(id(queue.take())).isEqualTo("a#7");
  }

  @Test
  void whatIsParkedWhileItWaitsBehindAnotherIsNotSentFromMemoryToo() {
    queue.place(live("a", 1));
    Sending onItsWay = begun();
    Sending behind = live("a", 2);
    queue.place(behind);

    queue.leave(behind);
    queue.leave(onItsWay);

    assertThat(queue.take()).isNull();
    assertThat(queue.holds("a")).isFalse();
  }

  @Test
  void drainingTakesOutAllButWithdrawals() {
    queue.place(live("a", 1));
    queue.place(live("b", 1));
    queue.placeWithdrawal(withdrawal("c", 2));

    assertThat(queue.drain()).extracting(LaneQueueTest::id).containsExactly("a#1", "b#1");
    assertThat(queue.size()).isZero();
    assertThat(id(queue.takeWithdrawal())).isEqualTo("c#2");
  }
}
