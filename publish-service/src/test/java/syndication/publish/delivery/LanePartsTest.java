package syndication.publish.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import syndication.publish.article.PublishedArticle.Version;

/// The small decisions inside a lane.
class LanePartsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void theBreakerOpensAfterFiveFailuresAndLetsOneThroughAfterTheWait() {
    var breaker = new CircuitBreaker();
    for (int i = 0; i < CircuitBreaker.FAILURES_TO_OPEN; i++) {
      assertThat(breaker.tryStart(NOW)).isTrue();
      breaker.failed(NOW);
    }
    assertThat(breaker.tryStart(NOW)).isFalse();

    Instant later = NOW.plus(CircuitBreaker.WAIT_MIN);
    assertThat(breaker.tryStart(later)).isTrue();
    assertThat(breaker.tryStart(later)).isFalse();
    breaker.failed(later);
    assertThat(breaker.openUntil()).isEqualTo(later.plus(CircuitBreaker.WAIT_MIN.multipliedBy(2)));

    Instant latest = breaker.openUntil();
    assertThat(breaker.tryStart(latest)).isTrue();
    breaker.succeeded();
    assertThat(breaker.state(latest)).isEqualTo(CircuitBreaker.State.CLOSED);
  }

  @Test
  void aProbeThatWasNotSentIsGivenToTheNext() {
    var breaker = new CircuitBreaker();
    for (int i = 0; i < CircuitBreaker.FAILURES_TO_OPEN; i++) {
      breaker.failed(NOW);
    }
    Instant later = NOW.plus(CircuitBreaker.WAIT_MIN);
    assertThat(breaker.tryStart(later)).isTrue();
    breaker.notTried();
    assertThat(breaker.tryStart(later)).isTrue();
  }

  @Test
  void theBreakerWaitsAMinuteAtMost() {
    var breaker = new CircuitBreaker();
    Instant time = NOW;
    for (int i = 0; i < 50; i++) {
      breaker.failed(time);
      time = breaker.openUntil().isAfter(time) ? breaker.openUntil() : time;
    }
    breaker.failed(time);
    assertThat(breaker.openUntil()).isEqualTo(time.plus(CircuitBreaker.WAIT_MAX));
  }

  @Test
  void theLimitHalvesOnceForWhatWasUnderWayAndGrowsByOneAWindow() {
    var limit = new AdaptiveLimit(16, 64);
    for (int i = 0; i < 8; i++) {
      limit.overloaded();
    }
    assertThat(limit.current()).isEqualTo(8);
    for (int i = 0; i < 9; i++) {
      limit.succeeded(limit.current());
    }
    assertThat(limit.current()).isEqualTo(9);
    for (int i = 0; i < 10_000; i++) {
      limit.succeeded(64);
    }
    assertThat(limit.current()).isEqualTo(64);
  }

  @Test
  void aSecondsWorthGoesAtOnceAndTheRestAtTheRate() {
    var bucket = new TokenBucket(10, 0);
    for (int i = 0; i < 10; i++) {
      assertThat(bucket.reserveNanos(0)).isZero();
    }
    assertThat(bucket.reserveNanos(0)).isEqualTo(100_000_000L);
    assertThat(bucket.reserveNanos(0)).isEqualTo(200_000_000L);
    assertThat(bucket.reserveNanos(1_000_000_000L)).isZero();
  }

  @Test
  void theIdOfADeliveryIsTheSameWheneverItIsMade() {
    String id = WebhookId.of("sub", "urn:x", new Version(2, 1));
    assertThat(id).isEqualTo(WebhookId.of("sub", "urn:x", new Version(2, 1))).startsWith("msg_");
    assertThat(id)
        .isNotEqualTo(WebhookId.of("sub", "urn:x", new Version(2, 2)))
        .isNotEqualTo(WebhookId.of("other", "urn:x", new Version(2, 1)))
        .isNotEqualTo(WebhookId.ofWithdrawal("sub", "urn:x", 2));
  }
}
