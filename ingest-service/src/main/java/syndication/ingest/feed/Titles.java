package syndication.ingest.feed;

import java.text.BreakIterator;
import java.util.Locale;

/// Makes a title for an entry that has none, as short posts often have none.
final class Titles {

  /// What fits on one line of a list and in MSN's limit of 150 characters.
  private static final int CHARS_MAX = 120;

  private Titles() {}

  /// The first sentence of the text, or its first words; empty when there is no text.
  static String from(String text) {
    String line = text.strip().split("\\R", 2)[0].strip();
    if (line.isEmpty()) {
      return "";
    }
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(line);
    String sentence = line.substring(0, sentences.next()).strip();
    if (sentence.length() <= CHARS_MAX) {
      return sentence;
    }
    int cut = sentence.lastIndexOf(' ', CHARS_MAX - 1);
    int end = cut > CHARS_MAX / 2 ? cut : CHARS_MAX - 1;
    end -= Character.isHighSurrogate(sentence.charAt(end - 1)) ? 1 : 0;
    return sentence.substring(0, end).strip() + "…";
  }
}
