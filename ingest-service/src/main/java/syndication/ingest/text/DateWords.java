package syndication.ingest.text;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells lines that are nothing but a date or a time, in the languages that the JDK has names of
/// months for.
final class DateWords {

  private static final int CHARS_MAX = 90;
  private static final int AGE_CHARS_MAX = 50;
  private static final int NAME_CHARS_MIN = 3;

  private static final List<String> LANGUAGES =
      List.of(
          "en", "es", "fr", "de", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu",
          "ro", "bg", "ru", "uk", "tr", "el", "id", "hr", "ca", "lt", "lv", "et");

  private static final Set<String> MONTHS = new HashSet<>();
  private static final Set<String> DAYS = new HashSet<>();

  /// Words that stand between the parts of a date, or before it.
  private static final Set<String> AROUND =
      Set.of(
          "at",
          "on",
          "the",
          "of",
          "from",
          "last",
          "first",
          "updated",
          "update",
          "published",
          "publication",
          "posted",
          "modified",
          "created",
          "edited",
          "date",
          "time",
          "am",
          "pm",
          "a.m",
          "p.m",
          "ist",
          "today",
          "yesterday",
          "o'clock",
          "um",
          "uhr",
          "vom",
          "den",
          "stand",
          "aktualisiert",
          "veröffentlicht",
          "zuletzt",
          "heute",
          "gestern",
          "le",
          "à",
          "du",
          "publié",
          "mis",
          "jour",
          "mise",
          "modifié",
          "h",
          "min",
          "el",
          "la",
          "las",
          "a",
          "de",
          "del",
          "publicado",
          "actualizado",
          "hora",
          "alle",
          "ore",
          "il",
          "pubblicato",
          "aggiornato",
          "às",
          "em",
          "atualizado",
          "op",
          "om",
          "uur",
          "bijgewerkt",
          "geplaatst",
          "gepubliceerd",
          "kl",
          "klo",
          "opublikowano",
          "godz",
          "в",
          "г",
          "обновлено",
          "опубликовано",
          "год",
          "ngày",
          "lúc",
          "thứ",
          "hai",
          "ba",
          "tư",
          "năm",
          "sáu",
          "bảy",
          "chủ",
          "nhật",
          "güncelleme",
          "güncellenme",
          "tarihi",
          "yayın",
          "yayınlanma",
          "saat",
          "ενημέρωση",
          "δημοσίευση",
          "ενημερώθηκε",
          "δημοσιεύτηκε",
          "ώρα",
          "aktualizace",
          "aktualizováno",
          "vydáno",
          "publikováno",
          "aktualizacja",
          "frissítve",
          "közzétéve",
          "actualizat",
          "publicat",
          "julkaistu",
          "päivitetty",
          "uppdaterad",
          "publicerad",
          "oppdatert",
          "publisert",
          "opdateret",
          "diperbarui",
          "оновлено",
          "опубліковано");

  static {
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (TextStyle style :
          List.of(
              TextStyle.FULL,
              TextStyle.FULL_STANDALONE,
              TextStyle.SHORT,
              TextStyle.SHORT_STANDALONE)) {
        for (Month it : Month.values()) {
          add(MONTHS, it.getDisplayName(style, locale), locale);
        }
        for (DayOfWeek it : DayOfWeek.values()) {
          add(DAYS, it.getDisplayName(style, locale), locale);
        }
      }
    }
    MONTHS.addAll(List.of("sept", "tháng"));
    DAYS.addAll(List.of("tues", "thur", "thurs"));
  }

  private static final Pattern CLOCK =
      LineRules.rule(
          "\\d{1,2}[:.h]\\d{2}([:.]\\d{2})?h?([ap]\\.?m\\.?)?|\\d{1,2}([ap]\\.?m\\.?|h)");

  private static final Pattern NUMERIC_DATE =
      LineRules.rule(
          "\\d{1,2}[./-]\\d{1,2}[./-](\\d{4}|\\d{2})|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}"
              + "(t\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(z|[+-]\\d{2}:?\\d{2})?)?");

  private static final Pattern NUMBER =
      LineRules.rule("\\d{1,2}(st|nd|rd|th|er|º|ª|°)?|(19|20)\\d{2}");

  private static final Pattern ZONE =
      Pattern.compile("[A-Z]{2,5}|(GMT|UTC)?[+-−]\\d{1,2}(:?\\d{2})?|Z");

  private static final Pattern IDEOGRAPHIC =
      Pattern.compile(
          "(\\d{2,4}\\s?[年년]\\s?)?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일][\\s\\d:：年月日时時分点點오전후시분()（）"
              + "曜月火水木金土星期一二三四五六요일更新发布發布発表配信]*");

  private static final Pattern AGO =
      LineRules.rule(
          "((last"
              + " )?(updated?|posted|published|bijgewerkt|aktualisiert|actualizado|atualizado|aggiornato|mis"
              + " à jour|обновлено)\\s*:?\\s+)?(about |over |an? |een |une? |vor (etwa )?(einer"
              + " |einem )?|il y a (une? )?|hace (una? )?|há (uma? )?|from )?(\\d+ ?)?"
              + "(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|sekunden?|"
              + "minuten?|stunden?|tage?n?|heures?|jours?|minutos?|horas?|días?|dias?|minuti|ore|giorni|uur|dagen|минут[ауы]?|час(а|ов)?)("
              + " ago| geleden| fa| atrás| назад)?");

  private static final Pattern TURNED =
      LineRules.rule(".*\\b(ago|geleden|fa|atrás|назад)|.*\\b(vor|il y a|hace|há) .*");

  private static final Pattern ONE = LineRules.rule("\\b(an?|een|einer|einem|une?)\\b");

  private DateWords() {}

  private static void add(Set<String> names, String name, Locale locale) {
    for (String word : name.toLowerCase(locale).split("[\\s.]+", -1)) {
      if (word.length() >= NAME_CHARS_MIN && !word.chars().allMatch(Character::isDigit)) {
        names.add(word);
      }
    }
  }

  /// Whether nothing but a date, a time or an age is said, with at least one number in it.
  static boolean isDate(String text) {
    if (text.isEmpty() || text.length() > CHARS_MAX) {
      return false;
    }
    if (IDEOGRAPHIC.matcher(text).matches() || isAge(text)) {
      return true;
    }
    boolean dated = false;
    boolean month = false;
    boolean number = false;
    for (String word : text.split("[\\s,;()\\[\\]]+", -1)) {
      String bare = bare(word);
      if (bare.isEmpty()) {
        continue;
      }
      String lower = bare.toLowerCase(Locale.ROOT);
      if (CLOCK.matcher(lower).matches() || NUMERIC_DATE.matcher(lower).matches()) {
        dated = true;
      } else if (NUMBER.matcher(lower).matches()) {
        number = true;
      } else if (MONTHS.contains(lower)) {
        month = true;
      } else if (!DAYS.contains(lower)
          && !AROUND.contains(lower)
          && !ZONE.matcher(bare).matches()) {
        return false;
      }
    }
    return dated || (month && number);
  }

  /// "3 hours ago".
  static boolean isAge(String text) {
    if (text.length() > AGE_CHARS_MAX) {
      return false;
    }
    boolean said = text.chars().anyMatch(Character::isDigit) || ONE.matcher(text).find();
    return said && TURNED.matcher(text).matches() && AGO.matcher(text).matches();
  }

  private static String bare(String word) {
    int start = 0;
    int end = word.length();
    while (end > start && ".:–—-|•·".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    while (start < end && "–—|•·".indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    return word.substring(start, end);
  }
}
