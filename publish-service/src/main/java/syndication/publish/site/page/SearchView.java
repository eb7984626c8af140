package syndication.publish.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param next address of the next page, or `null` on the last
public record SearchView(String query, List<Hit> hits, @Nullable String next) {
  public SearchView {
    hits = List.copyOf(hits);
  }

  /// @param snippet may be empty
  public record Hit(CardView card, List<Piece> snippet) {
    public Hit {
      snippet = List.copyOf(snippet);
    }
  }

  /// @param hit whether it is what was asked for
  public record Piece(String text, boolean hit) {}
}
