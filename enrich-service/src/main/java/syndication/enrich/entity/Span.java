package syndication.enrich.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;

/// A name found in a sentence, before it is known what it names.
final class Span {

  final int sentence;
  final List<Token> tokens;
  final int from;
  final int to;
  final String text;
  final double[] scores = new double[EntityType.values().length];

  /// Whether a title such as "President" stood before it.
  boolean titled;

  @Nullable Known known;

  Span(int sentence, Sentence of, int from, int to) {
    this.sentence = sentence;
    this.tokens = of.tokens();
    this.from = from;
    this.to = to;
    var out = new StringBuilder();
    for (int i = from; i < to; i++) {
      boolean glued = i == from || tokens.get(i - 1).end() == tokens.get(i).start();
      out.append(glued ? "" : " ").append(tokens.get(i).text());
    }
    this.text = out.toString();
  }

  int size() {
    return to - from;
  }

  Token first() {
    return tokens.get(from);
  }

  Token last() {
    return tokens.get(to - 1);
  }

  /// The word some places before (negative) the name, in lower case; empty outside the sentence.
  String before(int places) {
    int at = from - places;
    return at >= 0 ? tokens.get(at).lower() : "";
  }

  /// The word some places after the name, in lower case; empty outside the sentence.
  String after(int places) {
    int at = to - 1 + places;
    return at < tokens.size() ? tokens.get(at).lower() : "";
  }

  void add(EntityType type, double score) {
    scores[type.slot()] += score;
  }
}
