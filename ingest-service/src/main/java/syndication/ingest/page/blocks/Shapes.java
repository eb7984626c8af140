package syndication.ingest.page.blocks;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import syndication.ingest.page.layout.Box;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// What lists, tables and figures are really used for, remembered box by box.
final class Shapes {

  private static final int CELL_CHARS_MEAN_MAX = 250;

  private final Layout layout;
  private final Map<Box, Boolean> known = new HashMap<>();

  Shapes(Layout layout) {
    this.layout = layout;
  }

  boolean isListing(Box list) {
    return known.computeIfAbsent(list, this::listing);
  }

  private boolean listing(Box list) {
    int items = list.element().select("li").size();
    int texts = 0;
    for (int i = list.first(); i < list.end(); i++) {
      Segment segment = layout.segments().get(i);
      if (segment.box().isHeading() || segment.box().tag().equals("table")) {
        return false;
      }
      texts += segment.isProse() ? 1 : 0;
    }
    return texts <= 1.5 * items;
  }

  boolean isData(Box table) {
    return known.computeIfAbsent(table, this::data);
  }

  private boolean data(Box table) {
    int rows = table.element().select("tr").size();
    int cells = table.element().select("td,th").size();
    if (rows < 2 || cells < 2 * rows || table.element().select("table").size() > 1) {
      return false;
    }
    for (int i = table.first(); i < table.end(); i++) {
      if (layout.segments().get(i).box().isHeading()) {
        return false;
      }
    }
    return layout.chars(table) / cells < CELL_CHARS_MEAN_MAX;
  }

  boolean isFigure(Box figure) {
    return known.computeIfAbsent(figure, this::figure);
  }

  private boolean figure(Box figure) {
    boolean shows = false;
    for (int i = figure.first(); i < figure.end(); i++) {
      Segment segment = layout.segments().get(i);
      shows = shows || !segment.isText();
      if (segment.box().enclosing(Set.of("table")) != null
          || segment.box().enclosing(Set.of("pre")) != null) {
        return false;
      }
    }
    return shows && layout.chars(figure) < 1_500;
  }
}
