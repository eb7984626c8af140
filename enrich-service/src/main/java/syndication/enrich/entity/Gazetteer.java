package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.segment.Tokenizer;
import syndication.enrich.words.Phrases;
import syndication.enrich.words.WordLists;

/// The names we know: an operator's lists first, then our own, then the territories of ISO 3166 in
/// the article's language and in English. Safe for use by several threads.
public final class Gazetteer {

  private static final String COUNTRY_ID = "iso3166:";

  /// A name to know, with its other spellings.
  ///
  /// @param aliases with the label or without
  public record Entry(Known known, List<String> aliases) {
    public Entry {
      aliases = List.copyOf(aliases);
    }
  }

  private final List<Entry> operators;
  private final List<Entry> own;
  private final Map<String, Phrases<Known>> byLanguage = new ConcurrentHashMap<>();

  /// @param operators names an operator gave; they win
  public Gazetteer(List<Entry> operators) {
    this.operators = List.copyOf(operators);
    this.own = read(WordLists.load("names"));
  }

  /// The names to look for in a text of a language.
  public Phrases<Known> names(String language) {
    Phrases<Known> names = byLanguage.get(language);
    return names == null ? byLanguage.computeIfAbsent(language, this::build) : names;
  }

  /// The words of all listed names that stand in some sentences.
  public List<String> words(List<Sentence> sentences, String language) {
    Phrases<Known> names = names(language);
    var words = new ArrayList<String>();
    for (Sentence it : sentences) {
      List<Token> tokens = it.tokens();
      for (int at = 0; at < tokens.size(); at++) {
        Phrases.Match<Known> match =
            tokens.get(at).capital()
                ? names.longestAt(i -> tokens.get(i).text(), at, tokens.size())
                : null;
        for (int i = 0; match != null && i < match.length(); i++) {
          words.add(tokens.get(at + i).lower());
        }
      }
    }
    return words;
  }

  private Phrases<Known> build(String language) {
    var names = new Phrases<Known>();
    operators.forEach(it -> add(names, it, language));
    own.forEach(it -> add(names, it, language));
    Set<String> seen = new LinkedHashSet<>(List.of("en", language));
    for (String country : Locale.getISOCountries()) {
      String label = display(country, Locale.ENGLISH);
      var known = new Known(EntityType.PLACE, label, COUNTRY_ID + country, null);
      for (String it : seen) {
        add(names, new Entry(known, spellings(country, Locale.forLanguageTag(it))), language);
      }
    }
    return names;
  }

  private static List<String> spellings(String country, Locale locale) {
    String name = Locale.of("", country).getDisplayCountry(locale);
    var spellings = new ArrayList<String>();
    spellings.add(name);
    spellings.add(withoutBrackets(name));
    if (name.contains(" & ")) {
      spellings.add(name.replace(" & ", " and "));
    }
    return spellings;
  }

  private static String display(String country, Locale locale) {
    return withoutBrackets(Locale.of("", country).getDisplayCountry(locale))
        .replace(" & ", " and ");
  }

  private static String withoutBrackets(String name) {
    int bracket = name.indexOf(" (");
    return bracket < 0 ? name : name.substring(0, bracket);
  }

  private static void add(Phrases<Known> names, Entry entry, String language) {
    for (String alias : entry.aliases()) {
      addName(names, alias, entry.known(), language);
    }
    addName(names, entry.known().label(), entry.known(), language);
  }

  private static void addName(Phrases<Known> names, String name, Known known, String language) {
    List<String> words = Tokenizer.tokens(name, language).stream().map(Token::text).toList();
    // Names of one letter are nobody's; codes in two small letters are words.
    if (!words.isEmpty() && name.length() > 1) {
      names.add(words, known);
    }
    if (known.type() == EntityType.PLACE && words.size() == 1) {
      Inflections.of(name, language).forEach(it -> names.add(List.of(it), known));
    }
  }

  // Entries are "Label|alias|alias=code"; a section is "[type]".
  private static List<Entry> read(WordLists lists) {
    var entries = new ArrayList<Entry>();
    for (String section : lists.sections()) {
      if (section.isEmpty()) {
        continue;
      }
      EntityType type = "other".equals(section) ? EntityType.OTHER : EntityType.of(section);
      for (String line : lists.entries(section)) {
        int code = line.indexOf('=');
        String id = code < 0 ? null : COUNTRY_ID + line.substring(code + 1);
        List<String> names = List.of((code < 0 ? line : line.substring(0, code)).split("\\|"));
        entries.add(new Entry(new Known(type, names.getFirst(), id, null), names));
      }
    }
    return entries;
  }
}
