package syndication.ingest.text;

/// Tells lines that are the story beyond doubt, which nothing may cut by their words.
final class StoryLines {

  /// A line this long that reads like a sentence begins or ends the story proper.
  private static final int CHARS_MIN = 80;

  private StoryLines() {}

  static boolean isStory(Line line) {
    String text = line.text();
    return line.kind() != Line.Kind.HEADING
        && Widths.of(text) >= CHARS_MIN
        && LineRules.endsSentence(text)
        && 2 * line.linkChars() < text.length()
        && !Solicitations.isPromo(text)
        && !LineRules.isNote(text)
        && !LineRules.isCorrection(text)
        && !Captions.isCaption(text)
        && !Solicitations.isPaywall(text)
        && !Solicitations.isAffiliate(text)
        && Pointers.appearedFirst(line) == null
        && LineRules.edgeRule(text) == null;
  }
}
