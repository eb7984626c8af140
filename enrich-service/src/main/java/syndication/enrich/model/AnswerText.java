package syndication.enrich.model;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes off a model's answer what models put around what was asked for: thoughts, labels, quotes.
/// What is not plain prose after that is refused, never mended.
final class AnswerText {

  /// The words in which models think aloud (`<think>` of DeepSeek and Qwen, and their likes).
  private static final Pattern THOUGHTS =
      Pattern.compile(
          "<(think|thinking|reasoning|analysis)>.*?</\\1>", Expressions.FLAGS | Pattern.DOTALL);

  private static final Pattern THINKING =
      Pattern.compile("</?(think|thinking|reasoning|analysis)\\b|<\\|", Expressions.FLAGS);

  private static final Pattern MARKUP =
      Pattern.compile(
          "[`*#<>|{}\\[\\]\\\\~^@]|https?:|www\\.|__|(^|\\n)\\s*([-•–·]|\\d{1,2}[.)])\\s"
              + "|[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\u200C\\u200D]]");

  private static final Pattern LABEL_LINE = Pattern.compile("^[^\\n.!?]{1,80}[:：]\\s*\\n+");
  private static final String QUOTES = "\"“”„«»「」";

  private static final List<Pattern> CHATTER = Expressions.of("chatter");
  private static final List<Pattern> LABELS = Expressions.of("labels");

  private AnswerText() {}

  sealed interface Result {
    record Prose(String text) implements Result {}

    record Refused(Refusal why) implements Result {}
  }

  static Result of(String answer) {
    String it = THOUGHTS.matcher(answer).replaceAll(" ").strip();
    Refusal why = refused(it);
    if (why != null) {
      return new Result.Refused(why);
    }
    it = unquoted(unlabelled(it));
    for (Pattern chatter : CHATTER) {
      if (chatter.matcher(it).find()) {
        return new Result.Refused(Refusal.CHATTER);
      }
    }
    return it.isBlank()
        ? new Result.Refused(Refusal.EMPTY)
        : new Result.Prose(it.replaceAll("\\s+", " ").strip());
  }

  private static @Nullable Refusal refused(String text) {
    if (text.isEmpty()) {
      return Refusal.EMPTY;
    }
    if (THINKING.matcher(text).find()) {
      return Refusal.THINKING;
    }
    return MARKUP.matcher(text).find() ? Refusal.MARKUP : null;
  }

  private static String unlabelled(String text) {
    String it = LABEL_LINE.matcher(text).replaceFirst("");
    for (Pattern label : LABELS) {
      it = label.matcher(it).replaceFirst("");
    }
    return it.strip();
  }

  // Quotes around the whole, and only those.
  private static String unquoted(String text) {
    if (text.length() < 2
        || QUOTES.indexOf(text.charAt(0)) < 0
        || QUOTES.indexOf(text.charAt(text.length() - 1)) < 0) {
      return text;
    }
    String inner = text.substring(1, text.length() - 1);
    return inner.chars().anyMatch(it -> QUOTES.indexOf(it) >= 0) ? text : inner.strip();
  }
}
