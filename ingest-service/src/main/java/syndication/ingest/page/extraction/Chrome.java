package syndication.ingest.page.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Removed;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// What is cut by the names of its boxes, segment by segment.
public final class Chrome {

  private final Layout layout;
  private final Noise noise;

  private Chrome(Layout layout) {
    this.layout = layout;
    this.noise = new Noise(layout);
  }

  public static Chrome of(Layout layout) {
    return new Chrome(layout);
  }

  /// The rule that cut the segment, or `null`.
  public @Nullable String rule(int segment) {
    return noise.rule(layout.segments().get(segment));
  }

  public List<Removed> removed() {
    var removed = new ArrayList<Removed>();
    for (Segment segment : layout.segments()) {
      String rule = noise.rule(segment);
      if (rule != null && segment.isText()) {
        removed.add(new Removed(rule, segment.text()));
      }
    }
    return removed;
  }
}
