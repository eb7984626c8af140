package syndication.enrich.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A language model that answers one question. Safe for use by several threads.
@FunctionalInterface
public interface ChatModel {

  /// Blocks until the answer is there, or it is certain that none comes.
  Answer ask(Prompt prompt);

  /// @param system what the model has to do
  /// @param user what it has to do it with
  /// @param answerTokensMost where the model must stop
  record Prompt(String system, String user, int answerTokensMost) {

    /// About what it costs, where the model does not tell: four characters are a token in the
    /// languages of Europe, fewer elsewhere.
    int tokensAbout() {
      return (system.length() + user.length()) / 4 + answerTokensMost;
    }
  }

  /// What came of a question.
  sealed interface Answer {
    /// @param tokens what it cost, or -1 when the model does not tell
    /// @param cut whether the model stopped at its bound and not at its end
    record Said(String text, long tokens, boolean cut) implements Answer {}

    /// Nobody answered; the same question may be answered later.
    ///
    /// @param retryAfter what the model's keeper asked for, or `null`
    record Unavailable(String reason, @Nullable Duration retryAfter) implements Answer {}

    /// An answer of which nothing can be made; asking again would not help.
    record Unusable(String reason) implements Answer {}

    /// Not asked at all.
    record NotAsked(Why why) implements Answer {}
  }

  /// Why a question was not put.
  enum Why {
    /// The day's tokens are spent.
    BUDGET,
    /// The model failed too often lately.
    BREAKER_OPEN
  }
}
