package syndication.ingest.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the names out of a byline.
public final class Bylines {

  private static final int BYLINE_CHARS_MAX = 120;

  private static final Pattern LINE =
      Pattern.compile(
          "^(by|written by|words by|story by|reported by|posted by|published by|reporting by|text"
              + " by|authors?|autor(?:in|es|a)?|auteurs?|autore|von|par|por|di|door|av|af|przez|oprac|tekst|yazan|haber|napisał"
              + "|автор|text|texte?|testo)(?:\\b\\.?\\s*:?\\s+|(?-i)(?<=[a-z])(?=\\p{Lu}\\p{Ll}))(.+)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern PREFIX =
      Pattern.compile(
          "^\\W*((medically |legally |fact[-"
              + " ])?(reviewed|written|words|story|report|reported|posted|published|created|updated|edited|authored|contributed|reporting|recipe|text|photography|guest"
              + " post|article)?\\s*\\b(by|von|par|por|door)(?:\\b|(?-i)(?=\\p{Lu}))|authors?\\b|autor(?:in|es|a)?\\b|auteurs?\\b|autore\\b|автор\\b|written\\b(?=:)|contributors?\\b(?=:)|author"
              + " name|記者|작성자)\\s*[:|：]?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*([|•·⋅–—]|\\s-\\s|\\(@?|@|\\.?\\s*\\b(publié|veröffentlicht|publicado|pubblicato|aktualisiert|actualizado|mis"
              + " à jour|le \\d|el \\d|am"
              + " \\d|опубликовано|обновлено)|\\bpublished\\b|\\bupdated\\b|\\bposted\\b|\\blast\\b|\\bat"
              + " \\d|\\bon\\b|\\bin\\b|\\bis"
              + " an?\\b|\\bhttps?:|\\b(senior|staff|chief|contributing|lead|managing|associate|guest|deputy)"
              + " |,?\\s*\\b(editor|reporter|correspondent|writer|contributor|staff"
              + " writer|founder|ceo|co-founder|director|manager|head"
              + " of|journalist|author|analyst|specialist|strategist|expert|min"
              + " read)\\b|\\b\\d{1,2}[./ ]\\s?\\w+\\s?[./"
              + " ]\\s?\\d{2,4}|\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w{0,6}\\.?"
              + " \\d).*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

  /// A label in the middle of a line, and what may be names behind it.
  private static final Pattern INSIDE =
      Pattern.compile(
          "(?:^|[\\s|•·–—,(])(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Tt]ext|[Aa]utor(?:in)?|[Aa]uteur|[Aa]uthor|Автор|Текст)\\s*:?\\s+"
              + "(\\p{Lu}[\\p{L}'’.-]+(?:\\s+\\p{L}[\\p{L}'’.-]*){1,4}?)(?=\\s*(?:$|[|•·–—,;(\\d]|\\s[-/]\\s))");

  /// Reporters in scripts without capitals are named behind or before a label.
  private static final Pattern EASTERN =
      Pattern.compile(
          "(?:記者|记者|作者|撰文|文|글|執筆)\\s*[：:/／]\\s*([\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}·・]{2,12})|(?:^|[\\s"
              + "　|(（])([\\p{IsHangul}]{2,4})\\s?기자|(?:^|[\\s　|(（])([\\p{IsHan}]{2,5})記者");

  private static final Pattern AUTHOR_LABEL =
      Pattern.compile(
          "^(by|(written|words|story|text|reported)"
              + " by|authors?|von|par|por|autor|autore|auteur)\\s*:?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LABEL =
      Pattern.compile(
          "^((written|reviewed|edited|posted|published|fact[- ]checked|medically"
              + " reviewed|words|story|text|reported|updated|produced|news provided)"
              + " )?by\\s*:?$|^(authors?|von|par|por|autor|autore|auteur)\\s*:$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ROLE =
      Pattern.compile(
          "\\b(reporter|correspondent|editor|journalist|columnist|redakteur(in)?|korrespondent(in)?|journaliste|redactora?)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PART = Pattern.compile("[^,;]+");

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "di", "van", "von", "der", "den", "del", "della", "la", "le", "dos", "al",
          "el", "bin", "and", "&");

  private static final Pattern NOT_NAMES =
      Pattern.compile(
          "\\b(the|about|author|more|view|posts?|articles?|read|our|follow|share|profile|all|contact|team|meet|bio|by|written|"
              + "updated|published|blog|news|editorial|staff|privacy|policy|home)\\b",
          Pattern.CASE_INSENSITIVE);

  private Bylines() {}

  /// Names that a short line gives behind a label somewhere in it, or `null`.
  public static @Nullable String within(String line) {
    if (line.length() > BYLINE_CHARS_MAX || LineRules.endsSentence(line)) {
      return null;
    }
    String eastern = eastern(line);
    if (eastern != null) {
      return eastern;
    }
    Matcher match = INSIDE.matcher(line);
    while (match.find()) {
      String names = names(Groups.group(match, 1));
      if (names != null && looksLikeName(names)) {
        return names;
      }
    }
    return null;
  }

  /// A reporter's name in Chinese, Japanese or Korean, or `null`.
  public static @Nullable String eastern(String line) {
    if (line.length() > BYLINE_CHARS_MAX) {
      return null;
    }
    Matcher match = EASTERN.matcher(line);
    if (!match.find()) {
      return null;
    }
    return Groups.group(match, 1) + Groups.group(match, 2) + Groups.group(match, 3);
  }

  /// Names of a line that is a byline ("By Jane Doe"), or `null` when it is not one.
  public static @Nullable String of(String line) {
    if (line.length() > BYLINE_CHARS_MAX || LineRules.endsSentence(line)) {
      return null;
    }
    Matcher match = LINE.matcher(line);
    if (!match.matches() || !startsUpper(Groups.group(match, 2))) {
      return null;
    }
    return names(Groups.group(match, 2));
  }

  /// Whether the line announces a byline and holds no name: "By", "Written by:".
  public static boolean isLabel(String line) {
    return line.length() <= 40 && LABEL.matcher(line).matches();
  }

  /// Whether the label announces who wrote it, and not who checked or passed it on.
  static boolean isAuthorLabel(String label) {
    return AUTHOR_LABEL.matcher(label).find();
  }

  /// Whether the line is what somebody does, as it stands under a name: "Transport reporter".
  public static boolean isRole(String line) {
    return line.length() <= 60 && !LineRules.endsSentence(line) && ROLE.matcher(line).find();
  }

  /// Names without "By", roles, dates and handles, or `null` when nothing like a name is left.
  public static @Nullable String names(String text) {
    String names = text.strip();
    if (names.length() > 300) {
      return null;
    }
    names = PREFIX.matcher(names).replaceFirst("");
    names = PREFIX.matcher(names).replaceFirst("");
    names = TAIL.matcher(names).replaceFirst("").strip();
    while (!names.isEmpty() && ",;:|-–—•·/".indexOf(names.charAt(names.length() - 1)) >= 0) {
      names = names.substring(0, names.length() - 1).strip();
    }
    names = withoutRole(names);
    boolean name =
        names.length() >= 2
            && names.length() <= BYLINE_CHARS_MAX
            && names.chars().anyMatch(Character::isLetter)
            && names.indexOf('{') < 0
            && !names.toLowerCase(Locale.ROOT).contains("http");
    return name ? names : null;
  }

  /// Names up to a part that is none: "Jane Doe and John Roe, extension educators".
  private static String withoutRole(String names) {
    Matcher part = PART.matcher(names);
    int end = 0;
    boolean named = false;
    while (part.find()) {
      String words = Groups.group(part, 0).strip();
      if (named && words.indexOf(' ') > 0 && hasSmallWord(words) && !looksLikeName(words)) {
        return names.substring(0, end).strip();
      }
      named = named || looksLikeName(words);
      end = part.end();
    }
    return names;
  }

  private static boolean hasSmallWord(String words) {
    for (String word : words.split("\\s+", -1)) {
      if (!word.isEmpty()
          && Character.isLowerCase(word.codePointAt(0))
          && !PARTICLES.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether it has the shape of a person's name: two to five words, each beginning with a capital
  /// but for particles.
  public static boolean looksLikeName(String text) {
    String[] words = text.split("\\s+", -1);
    if (words.length < 2 || words.length > 5 || text.length() > 50) {
      return false;
    }
    for (String word : words) {
      boolean particle = PARTICLES.contains(word);
      if (!particle
          && (word.isEmpty() || !startsUpper(word) || word.chars().anyMatch(Character::isDigit))) {
        return false;
      }
    }
    return !NOT_NAMES.matcher(text).find();
  }

  private static boolean startsUpper(String text) {
    int first = text.codePointAt(0);
    return Character.isUpperCase(first)
        || (!Character.isLowerCase(first) && Character.isLetter(first));
  }
}
