package syndication.enrich.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.CharArraySet;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import syndication.enrich.words.Lexicon;
import syndication.enrich.words.WordLists;

/// Stop words and Snowball stemmers from Lucene, and our own stop words where Lucene has none.
public final class LuceneLexicon implements Lexicon {

  // Stems are kept, for most words of an article were in the one before: about 100 bytes each.
  private static final int STEMS_KEPT_MAX = 40_000;

  private static final String FOLDER = "/org/apache/lucene/analysis/";
  private static final Map<String, String> FILES = files();
  private static final Map<String, Supplier<SnowballStemmer>> STEMMERS =
      Map.ofEntries(
          Map.entry("en", EnglishStemmer::new),
          Map.entry("es", SpanishStemmer::new),
          Map.entry("fr", FrenchStemmer::new),
          Map.entry("de", GermanStemmer::new),
          Map.entry("it", ItalianStemmer::new),
          Map.entry("pt", PortugueseStemmer::new),
          Map.entry("nl", DutchStemmer::new),
          Map.entry("sv", SwedishStemmer::new),
          Map.entry("da", DanishStemmer::new),
          Map.entry("no", NorwegianStemmer::new),
          Map.entry("fi", FinnishStemmer::new),
          Map.entry("hu", HungarianStemmer::new),
          Map.entry("ro", RomanianStemmer::new),
          Map.entry("ru", RussianStemmer::new),
          Map.entry("tr", TurkishStemmer::new));

  private final Map<String, Set<String>> stopWords = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> stems = new ConcurrentHashMap<>();

  /// Reads all lists.
  public LuceneLexicon() {
    FILES.forEach((language, file) -> stopWords.put(language, read(file)));
    WordLists own = WordLists.load("stopwords");
    for (String language : own.sections()) {
      Set<String> all = new HashSet<>(stopWords.getOrDefault(language, Set.of()));
      all.addAll(own.entries(language));
      stopWords.put(language, all);
    }
  }

  @Override
  public Set<String> languages() {
    return stopWords.keySet();
  }

  @Override
  public Set<String> stopWords(String language) {
    return stopWords.getOrDefault(language, Set.of());
  }

  @Override
  public String stem(String language, String word) {
    Supplier<SnowballStemmer> stemmer = STEMMERS.get(language);
    if (stemmer == null || word.length() < 3) {
      return word;
    }
    Map<String, String> known = stems.get(language);
    if (known == null) {
      known = stems.computeIfAbsent(language, _ -> new ConcurrentHashMap<>());
    }
    String stem = known.get(word);
    if (stem == null) {
      SnowballStemmer it = stemmer.get();
      it.setCurrent(word);
      it.stem();
      stem = it.getCurrent();
      if (known.size() < STEMS_KEPT_MAX) {
        known.put(word, stem);
      }
    }
    return stem;
  }

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    String[][] snowball = {
      {"en", "english"},
      {"es", "spanish"},
      {"fr", "french"},
      {"de", "german"},
      {"it", "italian"},
      {"pt", "portuguese"},
      {"nl", "dutch"},
      {"sv", "swedish"},
      {"da", "danish"},
      {"no", "norwegian"},
      {"fi", "finnish"},
      {"hu", "hungarian"},
      {"ru", "russian"},
      {"id", "indonesian"},
      {"ga", "irish"}
    };
    for (String[] it : snowball) {
      files.put(it[0], "snowball/" + it[1] + "_stop.txt");
    }
    String[][] plain = {
      {"ar", "ar"}, {"bg", "bg"}, {"ca", "ca"}, {"cs", "cz"}, {"el", "el"}, {"et", "et"},
      {"eu", "eu"}, {"fa", "fa"}, {"gl", "gl"}, {"hi", "hi"}, {"hy", "hy"}, {"lt", "lt"},
      {"lv", "lv"}, {"ro", "ro"}, {"sr", "sr"}, {"th", "th"}, {"tr", "tr"}, {"bn", "bn"}
    };
    for (String[] it : plain) {
      files.put(it[0], it[1] + "/stopwords.txt");
    }
    return files;
  }

  private static Set<String> read(String file) {
    Set<String> words = new HashSet<>();
    try (InputStream in = CharArraySet.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("Lucene's stop words: " + file + " (expected: a resource)");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = line.split("[|#]", 2)[0].strip();
        for (String word : text.split("\\s+", -1)) {
          if (!word.isEmpty()) {
            words.add(word.toLowerCase(Locale.ROOT));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Lucene's stop words " + file, e);
    }
    return words;
  }
}
