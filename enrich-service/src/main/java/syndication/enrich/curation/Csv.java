package syndication.enrich.curation;

import java.util.ArrayList;
import java.util.List;

/// Cuts one line of CSV into its cells (RFC 4180, without line ends inside cells).
final class Csv {

  private Csv() {}

  /// @return at least one cell
  static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char it = line.charAt(i);
      if (quoted && it == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(it);
        i++;
      } else if (it == '"') {
        quoted = !quoted;
      } else if (it == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(it);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quote that does not end");
    }
    cells.add(cell.toString());
    return cells;
  }
}
