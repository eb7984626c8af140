package syndication.ingest.feed;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Body;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Media;
import syndication.ingest.article.ParsedArticle.Notes;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.article.Removed;

/// Makes the HTML of an entry into an article's blocks.
public interface Fragments {

  /// @param html harmless already; a part of a page, not a page
  /// @param base relative addresses are resolved against it, or `null`
  /// @param title of the entry, so that its repetition in the body can be cut, or `null`
  Fragment read(String html, @Nullable URI base, @Nullable String title);

  /// What was made of a fragment.
  record Fragment(
      Body body,
      List<Removed> removed,
      List<Media> media,
      List<Related> related,
      Notes notes,
      @Nullable Attribution attribution,
      List<String> warnings) {

    public static final Fragment EMPTY =
        new Fragment(Body.EMPTY, List.of(), List.of(), List.of(), Notes.NONE, null, List.of());

    public Fragment {
      removed = List.copyOf(removed);
      media = List.copyOf(media);
      related = List.copyOf(related);
      warnings = List.copyOf(warnings);
    }
  }
}
