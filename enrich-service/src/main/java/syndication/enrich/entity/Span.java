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

  /// What its own words and the words around it say for each type.
  final double[] scores = new double[EntityType.values().length];

  /// What the whole text says for each type.
  final double[] total = new double[scores.length];

  /// Whether a title such as "President" stood before it.
  boolean titled;

  @Nullable Known known;

  Span(int sentence, Sentence of, int from, int to) {
    this.sentence = sentence;
    this.tokens = of.tokens();
    this.from = from;
    this.to = to;
    if (to - from == 1) {
      this.text = tokens.get(from).text();
      return;
    }
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

  /// The slot of the type that most speaks for.
  int best() {
    int best = 0;
    for (int i = 1; i < total.length; i++) {
      best = total[i] > total[best] ? i : best;
    }
    return best;
  }

  /// How far the best type is ahead of the second.
  double lead() {
    int best = best();
    double second = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < total.length; i++) {
      second = i == best ? second : Math.max(second, total[i]);
    }
    return total[best] - second;
  }

  void add(EntityType type, double score) {
    scores[type.slot()] += score;
  }
}
