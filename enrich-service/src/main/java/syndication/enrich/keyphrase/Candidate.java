package syndication.enrich.keyphrase;

import java.util.ArrayList;
import java.util.List;
import syndication.enrich.segment.Token;

/// One to three words in a row that may be a key phrase, in all the forms in which they stand in an
/// article.
final class Candidate {

  // A word this long that comes early says what an article is about.
  private static final int LONG_LETTERS = 7;

  /// Numbers of the words' stems in the article, in order.
  final int[] stems;

  /// How many words stand before it in the article.
  final int first;

  int count;

  /// Whether the title has all its words.
  boolean title;

  /// Whether it stood behind an article or a preposition once, as nouns do.
  boolean noun;

  /// Whether it stood between an article and a small word or a mark: a whole noun phrase.
  boolean whole;

  private final int firstLetters;
  private final List<Form> forms = new ArrayList<>(1);

  private static final class Form {
    final List<Token> tokens;
    final int from;
    int count;

    Form(List<Token> tokens, int from) {
      this.tokens = tokens;
      this.from = from;
    }

    String word(int at) {
      return tokens.get(from + at).lower();
    }
  }

  /// @param firstLetters length of the first word's stem
  Candidate(int[] stems, int firstLetters, int first) {
    this.stems = stems;
    this.firstLetters = firstLetters;
    this.first = first;
  }

  void saw(List<Token> tokens, int from, boolean behindArticle, boolean asWhole) {
    count++;
    noun |= behindArticle;
    whole |= asWhole;
    for (Form it : forms) {
      if (same(it, tokens, from)) {
        it.count++;
        return;
      }
    }
    var form = new Form(tokens, from);
    form.count = 1;
    forms.add(form);
  }

  private boolean same(Form form, List<Token> tokens, int from) {
    for (int i = 0; i < stems.length; i++) {
      if (!form.word(i).equals(tokens.get(from + i).lower())) {
        return false;
      }
    }
    return true;
  }

  boolean early(int length) {
    return first * 3 < length && firstLetters >= LONG_LETTERS;
  }

  boolean disjoint(Candidate other) {
    for (int stem : stems) {
      for (int it : other.stems) {
        if (stem == it) {
          return false;
        }
      }
    }
    return true;
  }

  /// The words in the form they have most often, the first such one.
  List<String> words() {
    Form best = forms.getFirst();
    for (Form it : forms) {
      best = it.count > best.count ? it : best;
    }
    var words = new ArrayList<String>(stems.length);
    for (int i = 0; i < stems.length; i++) {
      words.add(best.word(i));
    }
    return words;
  }
}
