package syndication.ingest.feed.xml;

import java.util.Arrays;
import syndication.ingest.feed.Position;

/// Turns an index into a text into line and column; finds the lines only when first asked.
public final class Lines {

  private final String text;
  private int[] starts = {};

  public Lines(String text) {
    this.text = text;
  }

  public Position position(int index) {
    if (starts.length == 0) {
      starts = starts();
    }
    int at = Math.clamp(index, 0, text.length());
    int found = Arrays.binarySearch(starts, at);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, at - starts[line] + 1);
  }

  private int[] starts() {
    int[] found = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = i + 1;
    }
    return Arrays.copyOf(found, count);
  }
}
