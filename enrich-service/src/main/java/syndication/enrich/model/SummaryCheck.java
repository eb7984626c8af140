package syndication.enrich.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.enrich.entity.EntityRecogniser;
import syndication.enrich.entity.EntityType;
import syndication.enrich.entity.Mention;
import syndication.enrich.language.LanguageDetector;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.SentenceSplitter;
import syndication.enrich.segment.Token;
import syndication.enrich.segment.Tokenizer;
import syndication.enrich.summary.SentenceCheck;
import syndication.enrich.words.Lexicon;

/// Holds a model's summary against the article. It errs towards refusing: the extractive summary is
/// always there, and an invented name never may be.
public final class SummaryCheck {

  /// Less than half of its words from the article, and a sentence tells something else. Abstracts
  /// that people write take about three quarters.
  private static final double SUPPORT_LEAST = 0.5;

  /// So many words in a row from what speaks to a machine are no chance.
  private static final int REPEATED_WORDS = 4;

  private static final int CONTENT_CHARS_LEAST = 3;

  /// Written with a capital at every noun: there a capital is no sign of a name.
  private static final Set<String> NOUNS_CAPITAL = Set.of("de", "lb");

  private final Lexicon lexicon;
  private final LanguageDetector languages;
  private final EntityRecogniser names;
  private final SentenceCheck sentences;
  private final SentenceSplitter splitter = new SentenceSplitter();
  private final int wordsLeast;
  private final int wordsMost;

  /// @param names finds names, beyond what capitals show
  public SummaryCheck(
      Lexicon lexicon,
      LanguageDetector languages,
      EntityRecogniser names,
      SentenceCheck sentences,
      ModelSummariser.Bounds bounds) {
    this.lexicon = lexicon;
    this.languages = languages;
    this.names = names;
    this.sentences = sentences;
    this.wordsLeast = bounds.wordsAcceptedLeast();
    this.wordsMost = bounds.wordsAcceptedMost();
  }

  /// Whether names can be told from other words: the article is written in a script with capitals.
  static boolean namesShow(List<Sentence> article) {
    long letters = 0;
    long cased = 0;
    for (Sentence it : article) {
      letters += it.text().codePoints().filter(Character::isLetter).count();
      cased +=
          it.text()
              .codePoints()
              .filter(c -> Character.isLowerCase(c) || Character.isUpperCase(c))
              .count();
    }
    return cased * 2 > letters;
  }

  /// The sentences of a summary.
  List<Sentence> cut(String text, String language) {
    var cut = new ArrayList<Sentence>();
    for (String it : splitter.split(text, language)) {
      cut.add(new Sentence(it, 0, SentenceSplitter.terminated(it), Tokenizer.tokens(it, language)));
    }
    return cut;
  }

  /// @return `null` when the text may be published
  @Nullable Refusal refusal(String text, List<Sentence> summary, Material article) {
    int words = summary.stream().mapToInt(Sentence::words).sum();
    if (words < wordsLeast || words > wordsMost) {
      return Refusal.LENGTH;
    }
    if (!language(text).equals(article.language())) {
      return Refusal.LANGUAGE;
    }
    if (!namesShow(article.sentences())) {
      return Refusal.NAMES_UNKNOWN;
    }
    if (!summary.stream().allMatch(sentences::stands)
        || !sentences.opens(summary.getFirst(), article.language())) {
      return Refusal.SENTENCE;
    }
    if (!Numbers.of(summary, article.language()).stream().allMatch(article::hasNumber)) {
      return Refusal.NUMBER;
    }
    if (repeatsInstructions(summary, article)) {
      return Refusal.INJECTED;
    }
    if (!names(summary, article)) {
      return Refusal.NAME;
    }
    return summary.stream().allMatch(it -> supported(it, article)) ? null : Refusal.UNSUPPORTED;
  }

  private String language(String text) {
    String tag = languages.detect("", text, null).language();
    return Locale.forLanguageTag(tag).getLanguage().equals("nb") ? "no" : tag;
  }

  private boolean names(List<Sentence> summary, Material article) {
    for (Sentence it : summary) {
      if (!capitals(it, article)) {
        return false;
      }
    }
    for (Mention it : names.mentions(summary, article.language())) {
      if (it.type() != EntityType.OTHER && !hasAll(it.text(), article)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasAll(String name, Material article) {
    for (String word : name.split(" ", -1)) {
      if (!hasName(word, article)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasName(String word, Material article) {
    if (article.hasWord(word)) {
      return true;
    }
    String[] parts = word.split("[-–’']", -1);
    for (String part : parts) {
      if (!part.isEmpty() && !article.hasWord(part)) {
        return false;
      }
    }
    return parts.length > 1;
  }

  // Every word with a capital stands in the article; two of them side by side do so there as well,
  // unless one is a common word: "Anna Berg" is not made from Anna Lund and Jon Berg.
  private boolean capitals(Sentence sentence, Material article) {
    boolean nouns = NOUNS_CAPITAL.contains(article.language());
    Set<String> stops = lexicon.stopWords(article.language());
    Token before = null;
    boolean first = true;
    for (Token it : sentence.tokens()) {
      if (it.kind() == Token.Kind.MARK) {
        before = null;
        continue;
      }
      boolean capital = it.word() && it.text().chars().anyMatch(Character::isUpperCase);
      boolean known = hasName(it.text(), article) || (first && stops.contains(it.lower()));
      if (capital && !known && !(nouns && before == null)) {
        return false;
      }
      if (capital && before != null && !together(before, it, article)) {
        return false;
      }
      before = capital && !stops.contains(it.lower()) ? it : null;
      first = false;
    }
    return true;
  }

  private static boolean together(Token first, Token second, Material article) {
    return article.hasPair(first.text(), second.text())
        || article.hasSmall(first.text())
        || article.hasSmall(second.text());
  }

  private boolean supported(Sentence sentence, Material article) {
    Set<String> stops = lexicon.stopWords(article.language());
    int content = 0;
    int found = 0;
    for (Token it : sentence.tokens()) {
      if (it.word() && it.text().length() >= CONTENT_CHARS_LEAST && !stops.contains(it.lower())) {
        content++;
        String stem = lexicon.stem(article.language(), it.lower());
        found += article.hasStem(stem) || article.hasWord(it.text()) ? 1 : 0;
      }
    }
    return found >= SUPPORT_LEAST * content;
  }

  private static boolean repeatsInstructions(List<Sentence> summary, Material article) {
    Set<String> suspicious = runs(article.suspicious());
    suspicious.removeAll(runs(article.sentences()));
    suspicious.retainAll(runs(summary));
    return !suspicious.isEmpty();
  }

  private static Set<String> runs(List<Sentence> sentences) {
    Set<String> runs = new HashSet<>();
    for (Sentence sentence : sentences) {
      List<String> words =
          sentence.tokens().stream()
              .filter(it -> it.kind() != Token.Kind.MARK)
              .map(Token::lower)
              .toList();
      for (int i = 0; i + REPEATED_WORDS <= words.size(); i++) {
        runs.add(String.join(" ", words.subList(i, i + REPEATED_WORDS)));
      }
    }
    return runs;
  }
}
