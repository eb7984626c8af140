package syndication.enrich.reading;

import java.util.List;

/// The lines of an article that a reader came for.
///
/// @param title without the site's name
/// @param lines prose, in order, control characters and doubled spaces gone
/// @param removed how many lines went
public record Reading(String title, List<String> lines, int removed) {

  public Reading {
    lines = List.copyOf(lines);
  }

  /// All lines, one a line.
  public String text() {
    return String.join("\n", lines);
  }
}
