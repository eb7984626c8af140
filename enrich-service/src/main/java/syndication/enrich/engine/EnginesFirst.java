package syndication.enrich.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import syndication.enrich.entity.EntityRecogniser;
import syndication.enrich.entity.EntityType;
import syndication.enrich.entity.Mention;
import syndication.enrich.segment.Sentence;

/// Names by the first engine that knows the language, together with what our lists know and with
/// the events that engines do not look for. Where no engine answers, our rules do alone.
public final class EnginesFirst implements EntityRecogniser {

  /// As many as our own rules look at.
  private static final int SENTENCES_MAX = 600;

  private final List<NameEngine> engines;
  private final EntityRecogniser rules;
  private final Consumer<String> silent;

  /// @param silent told why an engine did not answer
  public EnginesFirst(List<NameEngine> engines, EntityRecogniser rules, Consumer<String> silent) {
    this.engines = List.copyOf(engines);
    this.rules = rules;
    this.silent = silent;
  }

  @Override
  public List<Mention> mentions(List<Sentence> sentences, String language) {
    List<Mention> ours = rules.mentions(sentences, language);
    for (NameEngine engine : engines) {
      if (engine.knows(language)) {
        List<Sentence> some = sentences.subList(0, Math.min(SENTENCES_MAX, sentences.size()));
        switch (engine.names(some, language)) {
          case NameEngine.Answer.Found it -> {
            return merged(it.mentions(), ours);
          }
          case NameEngine.Answer.Silent it -> silent.accept(it.reason());
        }
      }
    }
    return ours;
  }

  private static List<Mention> merged(List<Mention> theirs, List<Mention> ours) {
    var all = new ArrayList<Mention>();
    for (Mention it : theirs) {
      all.add(
          ours.stream()
              .filter(own -> same(own, it) && own.known() != null)
              .findFirst()
              .map(own -> listed(it, own))
              .orElse(it));
    }
    for (Mention own : ours) {
      boolean wanted = own.known() != null || own.type() == EntityType.EVENT;
      if (wanted && theirs.stream().noneMatch(it -> overlap(own, it))) {
        all.add(own);
      }
    }
    all.sort(Comparator.comparingInt(Mention::sentence).thenComparingInt(Mention::from));
    return List.copyOf(all);
  }

  // The engine says what it is here; the list says who it is, where both mean the same kind.
  private static Mention listed(Mention it, Mention own) {
    return own.type() == it.type()
        ? new Mention(
            it.sentence(),
            it.from(),
            it.to(),
            own.text(),
            it.type(),
            Math.max(it.confidence(), own.confidence()),
            own.known())
        : it;
  }

  private static boolean same(Mention a, Mention b) {
    return a.sentence() == b.sentence() && a.from() == b.from() && a.to() == b.to();
  }

  private static boolean overlap(Mention a, Mention b) {
    return a.sentence() == b.sentence() && a.from() < b.to() && b.from() < a.to();
  }
}
