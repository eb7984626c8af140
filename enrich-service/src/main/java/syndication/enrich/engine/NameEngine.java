package syndication.enrich.engine;

import java.util.List;
import syndication.enrich.entity.Mention;
import syndication.enrich.segment.Sentence;

/// An engine that finds names in some languages. Safe for use by several threads.
public interface NameEngine {

  boolean knows(String language);

  Answer names(List<Sentence> sentences, String language);

  /// What an engine says to a text.
  sealed interface Answer {
    /// @param mentions in order, none overlapping another
    record Found(List<Mention> mentions) implements Answer {}

    /// The engine is down, or gave nothing that can be used.
    record Silent(String reason) implements Answer {}
  }
}
