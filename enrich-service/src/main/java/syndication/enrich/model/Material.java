package syndication.enrich.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import syndication.enrich.segment.Tokenizer;
import syndication.enrich.words.Lexicon;

/// What an article says, in the form in which a summary is held against it. Whole blocks that speak
/// to a machine are no part of it.
final class Material {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final String language;
  private final List<Sentence> sentences;
  private final List<Sentence> suspicious;
  private final Set<String> words = new HashSet<>();
  private final Set<String> small = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final Set<String> pairs = new HashSet<>();
  private final Set<String> numbers;

  private Material(
      String language, List<Sentence> said, List<Sentence> suspicious, Lexicon lexicon) {
    this.language = language;
    this.sentences = List.copyOf(said);
    this.suspicious = List.copyOf(suspicious);
    this.numbers = Numbers.of(said, language);
    said.forEach(it -> add(it, lexicon));
  }

  static Material of(String title, List<Sentence> all, String language, Lexicon lexicon) {
    Set<Integer> blocks = new HashSet<>();
    for (Sentence it : all) {
      if (Instructions.in(it.text())) {
        blocks.add(it.block());
      }
    }
    var said = new ArrayList<Sentence>();
    var suspicious = new ArrayList<Sentence>();
    if (!title.isBlank()) {
      var heading = new Sentence(title, -1, false, Tokenizer.tokens(title, language));
      (Instructions.in(title) ? suspicious : said).add(heading);
    }
    all.forEach(it -> (blocks.contains(it.block()) ? suspicious : said).add(it));
    return new Material(language, said, suspicious, lexicon);
  }

  private void add(Sentence sentence, Lexicon lexicon) {
    String before = "";
    for (Token it : sentence.tokens()) {
      if (it.kind() == Token.Kind.MARK) {
        continue;
      }
      String word = folded(it.text());
      words.add(word);
      for (String part : it.text().split("[-–’']", -1)) {
        words.add(folded(part));
      }
      stems.add(lexicon.stem(language, it.lower()));
      if (!Character.isUpperCase(it.text().codePointAt(0))) {
        small.add(word);
      }
      pairs.add(before + " " + word);
      before = word;
    }
  }

  String language() {
    return language;
  }

  /// The title, if there is one, and the sentences; none of what speaks to a machine.
  List<Sentence> sentences() {
    return sentences;
  }

  /// What speaks to a machine.
  List<Sentence> suspicious() {
    return suspicious;
  }

  boolean hasWord(String text) {
    return words.contains(folded(text));
  }

  /// Whether the word also stands in the article without a capital: then it is no name alone.
  boolean hasSmall(String text) {
    return small.contains(folded(text));
  }

  boolean hasStem(String stem) {
    return stems.contains(stem);
  }

  /// Whether the two words stand one after the other somewhere.
  boolean hasPair(String first, String second) {
    return pairs.contains(folded(first) + " " + folded(second));
  }

  boolean hasNumber(String value) {
    return numbers.contains(value);
  }

  /// A word without what spellings differ in: case, accents, the dots of an abbreviation.
  static String folded(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return plain.replace(".", "").toLowerCase(Locale.ROOT);
  }
}
