package syndication.enrich.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import syndication.enrich.model.ChatModel.Answer;
import syndication.enrich.model.ChatModel.Prompt;
import syndication.enrich.model.ChatModel.Why;

class GuardedModelTest {

  private static final Prompt PROMPT = new Prompt("s", "u", 100);
  private static final Answer.Said SAID = new Answer.Said("text", 40, false);
  private static final Answer DOWN = new Answer.Unavailable("down", null);

  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final Breaker breaker = new Breaker();
  private Instant now = Instant.parse("2026-11-25T10:00:00Z");
  private int asked;

  @Test
  void asksOnceMoreWhenNobodyAnswers() {
    answers.addAll(List.of(DOWN, SAID));

    assertThat(model(0, 2).ask(PROMPT)).isEqualTo(SAID);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void anAnswerOfNoUseIsNotAskedForAgain() {
    answers.add(new Answer.Unusable("no JSON"));

    assertThat(model(0, 3).ask(PROMPT)).isEqualTo(new Answer.Unusable("no JSON"));
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void waitsAsLongAsTheKeeperAsks() {
    answers.addAll(List.of(new Answer.Unavailable("429", Duration.ofSeconds(7)), SAID));

    assertThat(model(0, 2).ask(PROMPT)).isEqualTo(SAID);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7));
  }

  @Test
  void aLongQuietIsKeptWithoutAskingAndWithoutWaiting() {
    answers.add(new Answer.Unavailable("429", Duration.ofHours(5)));
    GuardedModel model = model(0, 2);

    assertThat(model.ask(PROMPT)).isInstanceOf(Answer.Unavailable.class);
    assertThat(model.ask(PROMPT)).isEqualTo(new Answer.NotAsked(Why.BREAKER_OPEN));
    assertThat(pauses).isEmpty();

    now = now.plus(GuardedModel.RETRY_AFTER_MOST);
    answers.add(SAID);
    assertThat(model.ask(PROMPT)).isEqualTo(SAID);
  }

  @Test
  void stopsAskingAModelThatOnlyFailsAndTriesItWithOneQuestion() {
    GuardedModel model = model(0, 1);
    for (int i = 0; i < Breaker.FAILURES_TO_OPEN; i++) {
      answers.add(DOWN);
      model.ask(PROMPT);
    }

    assertThat(breaker.state(now)).isEqualTo(Breaker.State.OPEN);
    now = now.plus(Breaker.WAIT_FIRST);
    assertThat(breaker.tryStart(now)).isTrue();
    assertThat(breaker.tryStart(now)).isFalse();
    breaker.succeeded();
    assertThat(breaker.state(now)).isEqualTo(Breaker.State.CLOSED);
  }

  @Test
  void aBreakerThatFailsItsProbeWaitsTwiceAsLong() {
    for (int i = 0; i < Breaker.FAILURES_TO_OPEN; i++) {
      breaker.failed(now);
    }
    now = now.plus(Breaker.WAIT_FIRST);
    breaker.tryStart(now);
    breaker.failed(now);

    assertThat(breaker.openUntil()).isEqualTo(now.plus(Breaker.WAIT_FIRST.multipliedBy(2)));
  }

  @Test
  void aSpentBudgetIsNotOverspentAndIsWholeAgainTheNextDay() {
    answers.addAll(List.of(SAID, SAID, SAID));
    GuardedModel model = model(150, 1);

    assertThat(model.ask(PROMPT)).isEqualTo(SAID);
    assertThat(model.ask(PROMPT)).isEqualTo(SAID);
    assertThat(model.ask(PROMPT)).isEqualTo(new Answer.NotAsked(Why.BUDGET));

    now = Instant.parse("2026-11-26T00:00:00Z");
    assertThat(model.ask(PROMPT)).isEqualTo(SAID);
  }

  @Test
  void aQuestionThatNobodyAnsweredCostsNothing() {
    answers.addAll(List.of(DOWN, SAID));

    assertThat(model(110, 2).ask(PROMPT)).isEqualTo(SAID);
  }

  private GuardedModel model(long tokensPerDay, int attempts) {
    return new GuardedModel(
        _ -> {
          asked++;
          return answers.remove();
        },
        breaker,
        new Budget(tokensPerDay),
        1,
        attempts,
        () -> now,
        wait -> {
          pauses.add(wait);
          now = now.plus(wait);
        });
  }
}
