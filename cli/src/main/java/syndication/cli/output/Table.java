package syndication.cli.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Aligned columns of text.
///
/// Columns whose cells are all numbers are aligned to the right.
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... head) {
    rows.add(List.of(head));
  }

  /// @param cells as many as the head has
  public Table row(Object... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "cells: %d (expected: %d)".formatted(cells.length, rows.getFirst().size()));
    }
    rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /// One line per row, the head first.
  public List<String> lines(String indent) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    boolean[] numbers = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      numbers[column] = isEmpty() ? false : areNumbers(column);
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    return rows.stream().map(row -> line(indent, row, widths, numbers)).toList();
  }

  private static String line(String indent, List<String> row, int[] widths, boolean[] numbers) {
    var it = new StringBuilder(indent);
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String padding = " ".repeat(widths[column] - width(cell));
      it.append(column == 0 ? "" : GAP)
          .append(numbers[column] ? padding + cell : cell + padding);
    }
    return it.toString().stripTrailing();
  }

  private boolean areNumbers(int column) {
    return rows.stream()
        .skip(1)
        .map(row -> row.get(column))
        .allMatch(cell -> cell.matches("-|[\\d,.]+( (B|KB|MB|GB|ms|s|min|h|d))?"));
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
