package syndication.enrich.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

  private final Waiting<String> waiting = new Waiting<>(2);
  private final List<String> published = new ArrayList<>();

  @Test
  void whatDoesNotFitIsRefused() {
    assertThat(waiting.offer(turn("a", 1))).isTrue();
    assertThat(waiting.offer(turn("b", 1))).isTrue();
    assertThat(waiting.offer(turn("c", 1))).isFalse();
  }

  @Test
  void aNewerRevisionTakesThePlaceOfTheFormer() throws InterruptedException {
    waiting.offer(turn("a", 1));
    waiting.offer(turn("a", 2));

    assertThat(waiting.size()).isEqualTo(1);
    assertThat(taken().revision()).isEqualTo(2);
  }

  @Test
  void whatIsSupersededWhileInWorkIsNotPublished() throws InterruptedException {
    waiting.offer(turn("a", 1));
    Waiting.Turn<String> turn = taken();

    assertThat(waiting.superseded("a", 2)).isTrue();

    assertThat(waiting.finish(turn, () -> published.add("a"))).isFalse();
    assertThat(published).isEmpty();
  }

  @Test
  void whatIsWithdrawnWhileInWorkIsNotPublished() throws InterruptedException {
    waiting.offer(turn("a", 1));
    Waiting.Turn<String> turn = taken();

    assertThat(waiting.withdrawn("a")).isTrue();

    assertThat(waiting.finish(turn, () -> published.add("a"))).isFalse();
  }

  @Test
  void whatWentToAnotherInstanceIsNotPublishedHere() throws InterruptedException {
    waiting.offer(turn("a", 1));
    Waiting.Turn<String> turn = taken();

    waiting.lost(List.of(0));

    assertThat(waiting.finish(turn, () -> published.add("a"))).isFalse();
  }

  @Test
  void aFormerRevisionHeardOfLateChangesNothing() throws InterruptedException {
    waiting.offer(turn("a", 3));
    Waiting.Turn<String> turn = taken();

    assertThat(waiting.superseded("a", 2)).isFalse();

    assertThat(waiting.finish(turn, () -> published.add("a"))).isTrue();
    assertThat(published).containsExactly("a");
    assertThat(waiting.size()).isZero();
  }

  @Test
  void nobodyWaitsAfterTheEnd() throws InterruptedException {
    waiting.offer(turn("a", 1));
    waiting.close();

    assertThat(waiting.take()).isNull();
    assertThat(waiting.offer(turn("b", 1))).isFalse();
  }

  private Waiting.Turn<String> taken() throws InterruptedException {
    Waiting.Turn<String> turn = waiting.take();
    assertThat(turn).isNotNull();
    return turn;
  }

  private static Waiting.Turn<String> turn(String article, long revision) {
    return new Waiting.Turn<>(article, revision, 0, article + revision);
  }
}
