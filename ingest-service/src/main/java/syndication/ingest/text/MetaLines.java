package syndication.ingest.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines about the article that stand around it: who wrote it, when, in which section, how many
/// comments it has. Such a line is told part by part: "by admin | Nov 24, 2026 | World | 0
/// comments".
final class MetaLines {

  private static final int CHARS_MAX = 200;
  private static final int LABEL_CHARS_MAX = 30;
  private static final int LABEL_WORDS_MAX = 3;

  /// A longer line in which a reporter is named tells something.
  private static final int EASTERN_CHARS_MAX = 16;

  private static final Pattern PARTS =
      Pattern.compile("\\s*[|•·⋅»›]\\s*|\\s+[/–—-]\\s+|,\\s+(?=\\d+ min)");

  private static final Pattern COUNT =
      LineRules.rule(
          "\\(?(no|\\d[\\d.,]*\\s?[km]?)\\)?"
              + " (comments?|replies|responses?|views?|shares?|likes?|reads?|"
              + "kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|комментари.{1,4})|((estimated"
              + " )?(reading|read) time|lesezeit|leestijd|temps de lecture|tiempo de lectura|tempo"
              + " di lettura|tempo de leitura) ?:?.{0,20}|\\d+["
              + " -]?(min(ute)?s?|minuten|minutos|minuti)\\.?[ -]?(read|lesezeit|de lecture|de"
              + " lectura|di lettura|de leitura|leestijd)?");

  private static final Pattern STATE =
      LineRules.rule(
          "live( now| updates?| blog| coverage| news)?|breaking( news)?|just in|developing("
              + " story)?|key events?( \\(\\d+\\))?|latest("
              + " updates?)?|updated?|new|exclusive|direct|en direct|en"
              + " vivo|eilmeldung|liveticker|ao vivo|in diretta|pinned( post)?|summary of the"
              + " day|show key events only|please turn on javascript to use this feature");

  private static final Pattern NOBODY =
      LineRules.rule(
          "(posted |published |written"
              + " )?(by|von|par|por|di|door)\\s*:?\\s+(admin|administrator|webmaster|editor|editors|staff|super"
              + " ?user|newsroom|news desk|web ?desk|user|author|guest)");

  /// "Posted on 24 November 2026 by Jane Doe".
  private static final Pattern POSTED_BY =
      LineRules.rule(
          "(posted|published|written|updated|created|last"
              + " updated)\\b.{0,60}\\d.{0,30}?\\bby\\s+(.{3,60})");

  private static final Set<String> NO_LABEL = Set.of("yes", "no", "why", "how", "ok");

  private MetaLines() {}

  /// What a line of this kind says.
  ///
  /// @param rule by which it is cut
  /// @param byline names, or `null` when it names nobody
  record Found(String rule, @Nullable String byline) {}

  /// @return `null` when some of the line is something else
  static @Nullable Found read(String text) {
    if (text.length() > CHARS_MAX) {
      return null;
    }
    Matcher posted = POSTED_BY.matcher(text);
    if (posted.matches()) {
      String names = Bylines.names(Groups.group(posted, 2));
      return new Found("text.byline", NOBODY.matcher("by " + names).matches() ? null : names);
    }
    List<String> parts = List.of(PARTS.split(text.strip(), -1));
    boolean dated = false;
    boolean said = false;
    String byline = null;
    for (String part : parts) {
      String names = Bylines.of(part);
      if (names == null && part.length() <= EASTERN_CHARS_MAX) {
        names = Bylines.eastern(part);
      }
      if (part.isEmpty()) {
        continue;
      }
      if (DateWords.isDate(part)) {
        dated = true;
      } else if (isCountOrState(part)) {
        said = true;
      } else if (names != null) {
        byline = byline == null ? names : byline;
        said = true;
      } else if (parts.size() == 1 || !isLabel(part)) {
        return null;
      }
    }
    if (byline != null || parts.stream().anyMatch(it -> NOBODY.matcher(it).matches())) {
      return new Found("text.byline", byline);
    }
    return dated || said ? new Found("text.stamp", null) : null;
  }

  private static boolean isCountOrState(String part) {
    String bare = ThemeWords.plain(part);
    return COUNT.matcher(bare).matches()
        || STATE.matcher(bare).matches()
        || NOBODY.matcher(bare).matches();
  }

  /// A time of day, an age or a word of a live blog, which may stand before each of its posts. A
  /// day is none: chronicles have days for headings.
  static boolean isMoment(String text) {
    return LineRules.isStamp(text)
        || DateWords.isAge(text)
        || STATE.matcher(ThemeWords.plain(text)).matches()
        || COUNT.matcher(ThemeWords.plain(text)).matches();
  }

  /// A section, a place, a site's name: few words and no sentence.
  static boolean isLabel(String text) {
    return Widths.of(text) <= LABEL_CHARS_MAX
        && text.split("\\s+", -1).length <= LABEL_WORDS_MAX
        && !LineRules.endsSentence(text)
        && text.chars().anyMatch(Character::isLetter)
        && text.indexOf(':') < 0
        && text.indexOf('：') < 0
        && !NO_LABEL.contains(text.toLowerCase(Locale.ROOT));
  }
}
