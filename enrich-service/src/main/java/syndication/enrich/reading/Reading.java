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

  /// The text's first letters, as many as asked for or all; lines are parted by line ends.
  public String beginning(int chars) {
    var out = new StringBuilder(chars);
    for (String line : lines) {
      if (out.length() >= chars) {
        break;
      }
      out.append(out.isEmpty() ? "" : "\n");
      out.append(line, 0, Math.min(line.length(), chars - out.length()));
    }
    return out.toString();
  }
}
