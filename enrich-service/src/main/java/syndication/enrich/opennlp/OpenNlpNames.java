package syndication.enrich.opennlp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.ZipFile;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import syndication.enrich.engine.NameEngine;
import syndication.enrich.entity.EntityType;
import syndication.enrich.entity.Mention;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;

/// Names by models of OpenNLP's name finder, which an operator gives as files: one model for all
/// types, or one for each.
public final class OpenNlpNames implements NameEngine {

  // A finder may serve one thread at a time; more threads than this make their own.
  private static final int FINDERS_MAX = 16;

  private final String language;
  private final List<TokenNameFinderModel> models = new ArrayList<>();
  private final BlockingQueue<List<NameFinderME>> idle = new ArrayBlockingQueue<>(FINDERS_MAX);

  /// @param language of the models
  /// @param files `.bin` files of OpenNLP; where two find the same words, the first one counts
  /// @throws IllegalArgumentException for a file that is no model
  public OpenNlpNames(String language, List<Path> files) {
    this.language = language;
    for (Path it : files) {
      try {
        requireModel(it);
        models.add(new TokenNameFinderModel(it));
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "OpenNLP model: %s: %s (expected: a name finder's .bin file)"
                .formatted(it, e.getMessage()),
            e);
      }
    }
  }

  // OpenNLP itself meets a file without a manifest with a NullPointerException.
  private static void requireModel(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("manifest.properties") == null) {
        throw new IOException("no manifest");
      }
    }
  }

  @Override
  public boolean knows(String wanted) {
    return wanted.equals(language);
  }

  @Override
  public Answer names(List<Sentence> sentences, String ignored) {
    List<NameFinderME> finders = idle.poll();
    if (finders == null) {
      finders = models.stream().map(NameFinderME::new).toList();
    }
    var mentions = new ArrayList<Mention>();
    for (int i = 0; i < sentences.size(); i++) {
      find(finders, i, sentences.get(i).tokens(), mentions);
    }
    // What was learned from one article must not change what is found in the next.
    finders.forEach(NameFinderME::clearAdaptiveData);
    idle.offer(finders);
    return new Answer.Found(List.copyOf(mentions));
  }

  private static void find(
      List<NameFinderME> finders, int sentence, List<Token> tokens, List<Mention> mentions) {
    String[] words = tokens.stream().map(Token::text).toArray(String[]::new);
    boolean[] taken = new boolean[words.length];
    for (NameFinderME finder : finders) {
      var spans = finder.find(words);
      double[] sure = finder.probs(spans);
      for (int i = 0; i < spans.length; i++) {
        EntityType type = type(spans[i].getType());
        boolean free = type != EntityType.OTHER;
        for (int at = spans[i].getStart(); at < spans[i].getEnd(); at++) {
          free &= !taken[at];
          taken[at] = true;
        }
        if (free) {
          mentions.add(
              new Mention(
                  sentence,
                  spans[i].getStart(),
                  spans[i].getEnd(),
                  String.join(" ", List.of(words).subList(spans[i].getStart(), spans[i].getEnd())),
                  type,
                  sure[i],
                  null));
        }
      }
    }
  }

  private static EntityType type(String word) {
    try {
      return EntityType.of(word);
    } catch (IllegalArgumentException e) {
      // Dates, money and the like are no tags.
      return EntityType.OTHER;
    }
  }
}
