package syndication.ingest.text;

import java.util.List;
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
}
