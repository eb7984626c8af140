package syndication.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import syndication.ingest.source.SourceId;
import syndication.ingest.websub.Subscription.Stage;
import syndication.ingest.websub.SubscriptionPolicy.Question;
import syndication.ingest.websub.SubscriptionPolicy.Step;
import syndication.ingest.websub.SubscriptionPolicy.Verified;

class SubscriptionPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
  private static final String TOPIC = "https://harbour.example/feed";
  private static final Offer OFFER =
      new Offer(URI.create("https://hub.example/"), URI.create(TOPIC));
  private static final Subscription NEW =
      Subscription.begin(new SourceId("harbour"), OFFER, new Random(1), NOW);

  @Test
  void aNewSubscriptionIsAskedForAtOnceWithASecretAndAPathOfItsOwn() {
    Subscription other = Subscription.begin(new SourceId("harbour"), OFFER, new Random(2), NOW);

    assertThat(SubscriptionPolicy.due(NEW, true, NOW)).isInstanceOf(Step.Subscribe.class);
    assertThat(NEW.secret()).hasSize(43).isNotEqualTo(NEW.token()).isNotEqualTo(other.secret());
    assertThat(NEW.token()).isNotEqualTo(other.token());
    assertThat(Subscription.isToken(NEW.token())).isTrue();
    assertThat(NEW.toString()).doesNotContain(NEW.secret()).doesNotContain(NEW.token());
  }

  @Test
  void itIsRenewedAtHalfOfItsTimeWithTheSameSecret() {
    Subscription verified = verified("3600");

    assertThat(verified.leaseUntil()).isEqualTo(NOW.plusSeconds(3600));
    assertThat(verified.dueAt()).isEqualTo(NOW.plusSeconds(1800));
    assertThat(SubscriptionPolicy.due(verified, true, NOW.plusSeconds(1799)))
        .isEqualTo(new Step.Keep(verified));
    Subscription renewing = subscribe(verified, NOW.plusSeconds(1800));
    assertThat(renewing.isLive(NOW.plusSeconds(1800))).isTrue();
    assertThat(renewing.secret()).isEqualTo(verified.secret());
    assertThat(renewing.token()).isEqualTo(verified.token());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "864000,   864000, 432000",
        "31536000, 1209600, 604800",
        "999999999999999999, 1209600, 604800",
        "60,       60, 300",
        "0,        0, 300",
        "none,     86400, 43200",
        "-1,       86400, 43200",
        "soon,     86400, 43200",
      })
  void leasesAreHeldWithinBounds(@Nullable String stated, long lease, long renew) {
    Subscription it = verified(stated);

    assertThat(it.leaseUntil()).isEqualTo(NOW.plusSeconds(lease));
    assertThat(it.nextAt()).isEqualTo(NOW.plusSeconds(renew));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "subscribe, https://harbour.example/other, abc",
        "subscribe, https://harbour.example/feed, none",
        "subscribe, https://harbour.example/feed, 'two words'",
        "subscribe, none, abc",
        "subscribe, 'no address', abc",
        "unsubscribe, https://harbour.example/feed, abc",
        "publish, https://harbour.example/feed, abc",
        "none, https://harbour.example/feed, abc",
      })
  void whatWeDidNotAskForIsNotConfirmed(
      @Nullable String mode, @Nullable String topic, @Nullable String challenge) {
    var question = new Question(mode, topic, challenge, "3600", null);

    assertThat(SubscriptionPolicy.verify(subscribe(NEW, NOW), question, NOW)).isEmpty();
  }

  @Test
  void nothingIsConfirmedBeforeTheHubWasAsked() {
    assertThat(SubscriptionPolicy.verify(NEW, asksBack("subscribe", "60"), NOW)).isEmpty();
  }

  @Test
  void aHubThatDeniesIsHeardAndTriedAgainMuchLater() {
    Subscription asked = subscribe(NEW, NOW);
    var question = new Question("denied", TOPIC, null, null, "members only");

    Verified denied = SubscriptionPolicy.verify(asked, question, NOW).orElseThrow();

    Subscription it = denied.next();
    assertThat(it).isNotNull();
    assertThat(it.words(NOW)).contains("denies us the feed: members only");
    assertThat(it.nextAt()).isEqualTo(NOW.plus(Duration.ofHours(12)));
    assertThat(it.isLive(NOW)).isFalse();
  }

  @Test
  void aHubThatNeverAsksBackIsTriedAgainEverMoreSlowly() {
    Subscription it = NEW;
    Instant now = NOW;
    Duration last = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      it = SubscriptionPolicy.answered(subscribe(it, now), new HubAnswer.Accepted(), now);
      now = it.dueAt();
      it = keep(it, now);
      Duration wait = Duration.between(now, it.dueAt());
      assertThat(wait).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofDays(7));
      last = wait;
      now = it.dueAt();
    }

    assertThat(last).isEqualTo(Duration.ofDays(7));
    assertThat(it.words(now)).contains("never asked us back");
  }

  @Test
  void aHubMayAskBackBeforeItAnswers() {
    Subscription asked = subscribe(NEW, NOW);
    Subscription verified = verify(asked, "3600", NOW);

    assertThat(SubscriptionPolicy.answered(verified, new HubAnswer.Later("late", null), NOW))
        .isEqualTo(verified);
  }

  @ParameterizedTest
  @CsvSource({
    "410, 172800, no hub at this address",
    "404, 172800, no hub at this address",
    "403, 43200, does not serve us (403): go away",
    "422, 43200, refused the request (422): go away",
    "503, 7200, in trouble itself",
    "429, 7200, less often",
  })
  void aHubsRefusalIsSaidInWordsAndItsRetryAfterKeptInFull(int status, long seconds, String words) {
    HubAnswer answer = HubAnswer.ofStatus(status, "go away", NOW.plusSeconds(7200));

    Subscription it = SubscriptionPolicy.answered(subscribe(NEW, NOW), answer, NOW);

    assertThat(it.stage()).isEqualTo(Stage.REFUSED);
    assertThat(it.nextAt()).isEqualTo(NOW.plusSeconds(seconds));
    assertThat(it.words(NOW)).contains(words);
  }

  @Test
  void aFailedRenewalDoesNotEndWhatStillRuns() {
    Subscription verified = verified("3600");
    Instant half = NOW.plusSeconds(1800);

    Subscription it =
        SubscriptionPolicy.answered(
            subscribe(verified, half), HubAnswer.ofStatus(500, "", null), half);

    assertThat(it.isLive(half)).isTrue();
    assertThat(it.isLive(NOW.plusSeconds(3600))).isFalse();
    assertThat(it.words(half)).contains("its renewal failed");
  }

  @Test
  void trustIsEarnedByAPushAndLostWhenPollingFindsWhatWasNotPushed() {
    Subscription it = verified("864000");
    assertThat(it.isTrusted(NOW)).isFalse();
    it = SubscriptionPolicy.pushed(it, NOW.plusSeconds(60));
    assertThat(it.isTrusted(NOW.plusSeconds(60))).isTrue();
    Instant poll = NOW.plusSeconds(7200);

    it = SubscriptionPolicy.polledFirst(it, NOW.plusSeconds(30), poll);

    assertThat(it.isTrusted(poll)).as("it may only be late").isTrue();
    assertThat(it.dueAt()).isEqualTo(poll.plus(Trust.GRACE));
    Instant over = poll.plus(Trust.GRACE);
    it = keep(it, over);
    assertThat(it.isTrusted(over)).isFalse();
    assertThat(it.words(over)).contains("not trusted").contains("once");
    for (int i = 0; i < 2; i++) {
      it = SubscriptionPolicy.pushed(it, over);
      assertThat(it.isTrusted(over)).isFalse();
    }
    assertThat(SubscriptionPolicy.pushed(it, over).isTrusted(over)).isTrue();
  }

  @Test
  void aHubThatIsOnlyLateKeepsItsTrust() {
    Subscription it = SubscriptionPolicy.pushed(verified("864000"), NOW);
    Instant poll = NOW.plusSeconds(7200);

    it = SubscriptionPolicy.polledFirst(it, NOW, poll);
    it = SubscriptionPolicy.pushed(it, poll.plusSeconds(60));

    assertThat(keep(it, poll.plus(Trust.GRACE)).isTrusted(poll.plus(Trust.GRACE))).isTrue();
  }

  @Test
  void theSecondPollAheadOfTheHubNeedsNoGrace() {
    Subscription it = SubscriptionPolicy.pushed(verified("864000"), NOW);

    it = SubscriptionPolicy.polledFirst(it, NOW, NOW.plusSeconds(300));
    it = SubscriptionPolicy.polledFirst(it, NOW.plusSeconds(300), NOW.plusSeconds(600));

    assertThat(it.isTrusted(NOW.plusSeconds(600))).isFalse();
  }

  @Test
  void whatWasThereBeforeTheHubWasAskedIsNotItsDebt() {
    Subscription it = SubscriptionPolicy.pushed(verified("864000"), NOW);

    assertThat(SubscriptionPolicy.polledFirst(it, NOW.minusSeconds(1), NOW.plusSeconds(1)))
        .isEqualTo(it);
    assertThat(SubscriptionPolicy.polledFirst(it, null, NOW.plusSeconds(1))).isEqualTo(it);
  }

  @Test
  void anUnsignedPushNeitherEarnsTrustNorIsAMiss() {
    Subscription it =
        SubscriptionPolicy.hinted(verified("864000"), "it is not signed", NOW.plusSeconds(10));

    it = SubscriptionPolicy.polledFirst(it, NOW, NOW.plusSeconds(15));

    assertThat(it.isTrusted(NOW.plusSeconds(15))).isFalse();
    assertThat(it.trust().suspectSince()).isNull();
    assertThat(it.words(NOW.plusSeconds(15))).contains("proves nothing (it is not signed)");
  }

  @Test
  void aSubscriptionThatIsNotWantedIsEndedAtTheHubAndForgotten() {
    Subscription verified = verified("864000");

    Step step = SubscriptionPolicy.due(verified, false, NOW);

    assertThat(step).isInstanceOf(Step.Unsubscribe.class);
    Subscription ending = ((Step.Unsubscribe) step).next();
    assertThat(ending.isLive(NOW)).isFalse();
    assertThat(SubscriptionPolicy.verify(ending, asksBack("subscribe", "60"), NOW)).isEmpty();
    Verified gone =
        SubscriptionPolicy.verify(ending, asksBack("unsubscribe", null), NOW).orElseThrow();
    assertThat(gone.next()).isNull();
    assertThat(gone.echo()).isEqualTo("a-challenge");
  }

  @Test
  void aHubThatDoesNotEndItIsNotAskedForEver() {
    Subscription it = SubscriptionPolicy.ended(verified("864000"), NOW);
    int asked = 0;
    Instant now = NOW;
    while (SubscriptionPolicy.due(it, false, now) instanceof Step.Unsubscribe again) {
      it = again.next();
      now = it.dueAt();
      asked++;
    }

    assertThat(asked).isEqualTo(3);
    assertThat(SubscriptionPolicy.due(it, false, now)).isInstanceOf(Step.Forget.class);
  }

  @Test
  void aSignatureOverAPlainConnectionDoesNotProveASecureFeed() {
    var plain = new Offer(URI.create("http://hub.example/"), URI.create(TOPIC));

    assertThat(Subscription.begin(NEW.source(), plain, new Random(1), NOW).exposed()).isPresent();
    assertThat(NEW.exposed()).isEmpty();
  }

  private static Subscription verified(@Nullable String lease) {
    return verify(subscribe(NEW, NOW), lease, NOW);
  }

  private static Subscription subscribe(Subscription it, Instant now) {
    return ((Step.Subscribe) SubscriptionPolicy.due(it, true, now)).next();
  }

  private static Subscription keep(Subscription it, Instant now) {
    return ((Step.Keep) SubscriptionPolicy.due(it, true, now)).next();
  }

  private static Subscription verify(Subscription it, @Nullable String lease, Instant now) {
    Verified verified =
        SubscriptionPolicy.verify(it, asksBack("subscribe", lease), now).orElseThrow();
    assertThat(verified.echo()).isEqualTo("a-challenge");
    Subscription next = verified.next();
    if (next == null) {
      throw new AssertionError("it was forgotten");
    }
    return next;
  }

  private static Question asksBack(String mode, @Nullable String lease) {
    return new Question(mode, TOPIC, "a-challenge", lease, null);
  }
}
