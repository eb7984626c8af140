package syndication.enrich.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import syndication.enrich.language.LanguageGuess;
import syndication.enrich.language.LanguageModel;

/// OpenNLP's language detector with its model of 103 languages, loaded when it is first asked.
public final class OpenNlpLanguages implements LanguageModel {

  private static final String MODEL = "/langdetect-183.bin";
  // A detector may serve one thread at a time; more threads than this wait.
  private static final int DETECTORS_MAX = 16;
  private static final int GUESSES = 5;

  private final Map<String, String> languages = languages();
  private final BlockingQueue<LanguageDetectorME> idle = new ArrayBlockingQueue<>(DETECTORS_MAX);

  private static final class Loaded {
    static final LanguageDetectorModel MODEL = load();
  }

  @Override
  public List<LanguageGuess> guess(String text) {
    LanguageDetectorME detector = idle.poll();
    if (detector == null) {
      detector = new LanguageDetectorME(Loaded.MODEL);
    }
    List<LanguageGuess> guesses =
        Arrays.stream(detector.predictLanguages(text))
            .limit(GUESSES)
            .map(
                it ->
                    new LanguageGuess(
                        languages.getOrDefault(it.getLang(), it.getLang()), it.getConfidence()))
            .toList();
    idle.offer(detector);
    return guesses;
  }

  private static LanguageDetectorModel load() {
    try (InputStream in = LanguageDetectorME.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("language model: " + MODEL + " (expected: a resource)");
      }
      return new LanguageDetectorModel(in);
    } catch (IOException e) {
      throw new UncheckedIOException("language model " + MODEL, e);
    }
  }

  // The model answers in ISO 639-3; the web writes the two letters of ISO 639-1 where they exist.
  private static Map<String, String> languages() {
    Map<String, String> known = new HashMap<>();
    for (String language : Locale.getISOLanguages()) {
      try {
        known.put(Locale.of(language).getISO3Language(), language);
      } catch (MissingResourceException e) {
        // A language without a three-letter code is none the model can name.
        known.remove(language);
      }
    }
    known.put("cmn", "zh");
    known.put("pes", "fa");
    known.put("ekk", "et");
    known.put("lvs", "lv");
    known.put("zlm", "ms");
    known.put("nob", "no");
    known.put("nno", "no");
    known.put("iw", "he");
    known.put("heb", "he");
    known.put("ind", "id");
    known.put("yid", "yi");
    return Map.copyOf(known);
  }
}
