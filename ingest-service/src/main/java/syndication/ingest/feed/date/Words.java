package syndication.ingest.feed.date;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names of months and days, English first; those of other languages come from the JDK's own locale
/// data, and only where no two languages disagree.
final class Words {

  private static final List<String> LANGUAGES =
      List.of(
          "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "el", "hu", "sv", "nb", "da", "fi",
          "cs", "sk", "tr", "ro", "bg", "hr", "sl", "sr", "ca", "id", "lt", "lv", "et", "vi", "eu",
          "gl", "is", "ga", "cy", "he", "ar", "fa", "hi");

  private static final Map<String, Integer> ENGLISH = english();
  private static final Set<String> ENGLISH_DAYS = englishDays();
  private static final Set<String> FILLERS = Set.of("de", "at", "of", "the", "um", "uhr", "à", "г");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE, TextStyle.SHORT_STANDALONE);

  /// Read only when a date is not English.
  private static final class Foreign {
    static final Map<String, Integer> MONTHS = new HashMap<>();
    static final Set<String> DAYS = new HashSet<>();

    static {
      for (String language : LANGUAGES) {
        Locale locale = Locale.of(language);
        for (TextStyle style : STYLES) {
          for (Month month : Month.values()) {
            String name = plain(month.getDisplayName(style, locale));
            Integer known = MONTHS.putIfAbsent(name, month.getValue());
            if (known != null && known != month.getValue()) {
              MONTHS.put(name, 0);
            }
          }
          for (DayOfWeek day : DayOfWeek.values()) {
            DAYS.add(plain(day.getDisplayName(style, locale)));
          }
        }
      }
    }
  }

  private Words() {}

  /// 1 to 12, or 0 when the word is no month.
  static int month(String word) {
    Integer english = ENGLISH.get(word);
    if (english != null) {
      return english;
    }
    if (isWeekday(word)) {
      return 0;
    }
    return Foreign.MONTHS.getOrDefault(plain(word), 0);
  }

  static boolean isWeekday(String word) {
    return ENGLISH_DAYS.contains(word) || Foreign.DAYS.contains(plain(word));
  }

  static boolean isFiller(String word) {
    return FILLERS.contains(word) || word.equals("-");
  }

  private static String plain(String word) {
    String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return Normalizer.normalize(bare.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }

  private static Map<String, Integer> english() {
    var map = new HashMap<String, Integer>();
    for (Month month : Month.values()) {
      String name = month.name().toLowerCase(Locale.ROOT);
      map.put(name, month.getValue());
      map.put(name.substring(0, 3), month.getValue());
    }
    map.put("sept", 9);
    return Map.copyOf(map);
  }

  private static Set<String> englishDays() {
    var days = new HashSet<String>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      days.add(name);
      days.add(name.substring(0, 3));
    }
    days.addAll(List.of("tues", "wednes", "thur", "thurs"));
    return Set.copyOf(days);
  }
}
