package syndication.ingest.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What lines between a title and the first paragraph are, told from their words.
final class HeadLines {

  private static final int CHARS_MAX = 90;

  private static final Pattern DAY =
      LineRules.rule(
          "^(\\p{L}{2,12}[.,]? )?(\\p{L}{3,12}\\.? \\d{1,2}(st|nd|rd|th)?,?"
              + " \\d{4}|\\d{1,2}(st|nd|rd|th|\\.)? (de )?\\p{L}{3,12}\\.?,? (de"
              + " )?\\d{4}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}"
              + "|\\d{4}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일].{0,12})([,|•·–—-]?\\s*(at"
              + " |um )?\\d{1,2}[:.h]\\d{2}.{0,20})?$");

  /// A day, and behind it a few words in which nothing is told: "November 24, 2026 admin World 0".
  private static final Pattern STAMPED =
      LineRules.rule(
          "(\\p{L}{3,12}\\.? \\d{1,2},? \\d{4}|\\d{1,2}\\.? (de )?\\p{L}{3,12}\\.? (de"
              + " )?\\d{4})( [^\\s:–—-]+){1,3} \\d{1,4}");

  private static final Pattern DAY_INSIDE =
      LineRules.rule(
          "\\p{L}{3,12}\\.? \\d{1,2},? \\d{4}|\\d{1,2}\\.? (de )?\\p{L}{3,12}\\.? (de"
              + " )?\\d{4}|\\d[./-]\\d{1,2}[./-]\\d");

  private static final Pattern ASIDE =
      LineRules.rule(
          "\\b(updated|aktualisiert|mis à"
              + " jour|actualizado|atualizado|aggiornato|bijgewerkt|обновлено)\\b|\\bcomments?\\b|\\bmin(ute)?s?\\.?"
              + " read|kommentare?\\b|\\d views\\b|\\bstart date\\b");

  private static final Pattern PLAYER =
      LineRules.rule(
          "^((listen|play|watch)\\b.{0,30}\\d{1,2}:\\d{2}.{0,12}|transcript|download|embed|play"
              + " audio|listen( to (this|the) (article|story|episode))?|audio|podcast: play"
              + " in.{0,80}|\\d{1,2}:\\d{2} ?/ ?\\d{1,2}:\\d{2})$");

  private HeadLines() {}

  /// The rule by which the line is cut, or `null`.
  ///
  /// @param byline names already known, or `null`
  static @Nullable String rule(Line line, @Nullable String byline) {
    String text = line.text();
    if (text.length() > CHARS_MAX) {
      return null;
    }
    if (Bylines.isLabel(text) || isOneOf(text, byline) || Bylines.isRole(text)) {
      return "text.byline";
    }
    if (DAY.matcher(text).matches()) {
      return "text.stamp";
    }
    if (hasDay(text) && (Bylines.within(text) != null || ASIDE.matcher(text).find())) {
      return "text.stamp";
    }
    if (STAMPED.matcher(text).matches() && !LineRules.endsSentence(text)) {
      return "text.stamp";
    }
    if (PLAYER.matcher(text).matches()) {
      return "text.player";
    }
    return isTrail(line) ? "text.breadcrumb" : null;
  }

  /// Whether a day is written in it.
  static boolean hasDay(String text) {
    return DAY_INSIDE.matcher(text).find();
  }

  private static boolean isOneOf(String text, @Nullable String byline) {
    if (byline == null || text.indexOf(' ') < 0) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (String name : byline.toLowerCase(Locale.ROOT).split("\\s*[,;&|]\\s*", -1)) {
      if (name.equals(lower)) {
        return true;
      }
    }
    return byline.equalsIgnoreCase(text);
  }

  /// "Home » News » Politics": names of sections, most of them links.
  private static boolean isTrail(Line line) {
    String text = line.text();
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      marks += "»›>→/".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
    }
    boolean home =
        text.regionMatches(true, 0, "home ", 0, 5)
            || text.regionMatches(true, 0, "startseite ", 0, 11)
            || text.regionMatches(true, 0, "accueil ", 0, 8)
            || text.regionMatches(true, 0, "inicio ", 0, 7);
    return marks >= 1 && (home || (marks >= 2 && 2 * line.linkChars() >= text.length()));
  }
}
