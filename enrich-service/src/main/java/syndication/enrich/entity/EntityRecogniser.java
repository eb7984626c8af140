package syndication.enrich.entity;

import java.util.List;
import syndication.enrich.segment.Sentence;

/// Finds names in a text. Safe for use by several threads.
public interface EntityRecogniser {

  /// The names of all sentences, in order, none overlapping another.
  List<Mention> mentions(List<Sentence> sentences, String language);
}
