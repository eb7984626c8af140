package syndication.enrich.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.enrich.segment.Sentence;

/// Makes the short text about an article. Safe for use by several threads.
public interface Summariser {

  /// @param sentences cleaned, in order
  /// @param description the source's own, or `null`
  Summary summarise(
      String title, List<Sentence> sentences, @Nullable String description, String language);
}
