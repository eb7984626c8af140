package syndication.ingest.text;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Notes;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.article.Removed;

/// What cleaning left of the lines of a story, and where the rest went.
///
/// @param kept indices of the lines that stay, ascending
/// @param byline names from a "By …" line before the story, or `null`
/// @param stamps times and dates written before the story, as they stand there
public record Cleaned(
    List<Integer> kept,
    List<Removed> removed,
    List<Related> related,
    Notes notes,
    @Nullable Attribution attribution,
    @Nullable String byline,
    List<String> stamps,
    List<String> warnings) {

  public Cleaned {
    kept = List.copyOf(kept);
    removed = List.copyOf(removed);
    related = List.copyOf(related);
    stamps = List.copyOf(stamps);
    warnings = List.copyOf(warnings);
  }

  /// Of cleaning that is taken back: every line stays, and nothing was found.
  static Cleaned reverted(int lines) {
    return new Cleaned(
        IntStream.range(0, lines).boxed().toList(),
        List.of(),
        List.of(),
        Notes.NONE,
        null,
        null,
        List.of(),
        List.of("Cleaning would have left no text; the text is kept as it came."));
  }
}
