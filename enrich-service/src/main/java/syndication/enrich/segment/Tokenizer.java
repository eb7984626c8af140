package syndication.enrich.segment;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import syndication.enrich.words.Spelling;

/// Cuts a sentence into words, numbers and marks, in one pass.
public final class Tokenizer {

  /// More words than any sentence a person wrote; what follows is not looked at.
  static final int TOKENS_MAX = 400;

  private static final Set<String> ELIDING = Set.of("fr", "it", "ca");
  private static final Set<String> ELISIONS =
      Set.of(
          "l", "d", "j", "qu", "n", "s", "m", "t", "c", "dell", "all", "nell", "sull", "dall", "un",
          "quell", "quest", "lorsqu", "puisqu", "jusqu", "gl", "sant", "com", "tutt");

  private Tokenizer() {}

  /// @param language BCP 47 primary subtag, or `und`
  public static List<Token> tokens(String text, String language) {
    var tokens = new ArrayList<Token>();
    boolean elides = ELIDING.contains(language);
    // "Ankara'da": Turkish parts a name from its endings so.
    boolean suffixes = "tr".equals(language);
    int at = 0;
    while (at < text.length() && tokens.size() < TOKENS_MAX) {
      int letter = text.codePointAt(at);
      int width = Character.charCount(letter);
      if (plain(letter)) {
        at = word(tokens, text, at, elides, suffixes);
      } else if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
        at += width;
      } else if (Character.isIdeographic(letter) || kana(letter)) {
        at = add(tokens, text, at, at + width, Token.Kind.WORD);
      } else if (Character.isLetter(letter)) {
        at = word(tokens, text, at, elides, suffixes);
      } else if (Character.isDigit(letter)) {
        at = add(tokens, text, at, numberEnd(text, at), Token.Kind.NUMBER);
      } else {
        at = add(tokens, text, at, at + width, Token.Kind.MARK);
      }
    }
    return tokens;
  }

  private static int word(
      List<Token> tokens, String text, int start, boolean elides, boolean suffixes) {
    if (spaceless(text.codePointAt(start))) {
      return spacelessWords(tokens, text, start);
    }
    int end = start;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      if (plain(letter) || Character.isLetterOrDigit(letter) || mark(letter)) {
        end += Character.charCount(letter);
      } else if (apostrophe(text.charAt(end)) && letterAt(text, end + 1)) {
        if (possessive(text, end) || suffixes) {
          break;
        }
        if (elides && ELISIONS.contains(Spelling.of(text, start, end).lower())) {
          return add(tokens, text, start, end + 1, Token.Kind.WORD);
        }
        end++;
      } else if (text.charAt(end) == '-' && (letterAt(text, end + 1) || digitAt(text, end + 1))) {
        end++;
      } else if (text.charAt(end) == '.' && dotBelongs(text, start, end)) {
        end++;
      } else {
        break;
      }
    }
    add(tokens, text, start, end, Token.Kind.WORD);
    if (end < text.length() && apostrophe(text.charAt(end)) && possessive(text, end)) {
      return add(tokens, text, end, end + 2, Token.Kind.MARK);
    }
    return end;
  }

  // "U.S." and the "J." of "J. Smith": a dot after a single capital.
  private static boolean dotBelongs(String text, int start, int dot) {
    char before = text.charAt(dot - 1);
    boolean single = dot - start == 1 || text.charAt(dot - 2) == '.';
    if (!single || !Character.isUpperCase(before)) {
      return false;
    }
    if (dot - start > 1 || letterAt(text, dot + 1)) {
      return true;
    }
    return dot + 2 < text.length()
        && text.charAt(dot + 1) == ' '
        && Character.isUpperCase(text.charAt(dot + 2));
  }

  private static boolean possessive(String text, int at) {
    return at + 1 < text.length()
        && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
        && !letterAt(text, at + 2);
  }

  private static int spacelessWords(List<Token> tokens, String text, int start) {
    int end = start;
    while (end < text.length() && spaceless(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    BreakIterator words = BreakIterator.getWordInstance(Locale.of("th"));
    String run = text.substring(start, end);
    words.setText(run);
    int from = words.first();
    for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
      add(tokens, text, start + from, start + to, Token.Kind.WORD);
    }
    return end;
  }

  private static int numberEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      char it = text.charAt(end);
      boolean joins =
          (it == '.' || it == ',' || it == ':') && digitAt(text, end + 1) && end > start;
      if (Character.isLetterOrDigit(it) || joins || (it == '-' && letterAt(text, end + 1))) {
        end++;
      } else {
        break;
      }
    }
    return Math.max(end, start + Character.charCount(text.codePointAt(start)));
  }

  private static int add(List<Token> tokens, String text, int start, int end, Token.Kind kind) {
    Spelling it = Spelling.of(text, start, end);
    tokens.add(new Token(it.text(), it.lower(), kind, start, end));
    return end;
  }

  private static boolean letterAt(String text, int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static boolean digitAt(String text, int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  // Most letters are; asking the tables of Unicode takes longer.
  private static boolean plain(int letter) {
    int small = letter | 0x20;
    return letter < 0x80 && small >= 'a' && small <= 'z';
  }

  private static boolean apostrophe(char it) {
    return it == '\'' || it == '’';
  }

  private static boolean mark(int letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  static boolean kana(int letter) {
    return letter >= 0x3040 && letter <= 0x30FF;
  }

  /// Thai, Lao, Burmese and Khmer: written without spaces between words.
  static boolean spaceless(int letter) {
    return (letter >= 0x0E00 && letter <= 0x0EFF)
        || (letter >= 0x1000 && letter <= 0x109F)
        || (letter >= 0x1780 && letter <= 0x17FF);
  }
}
