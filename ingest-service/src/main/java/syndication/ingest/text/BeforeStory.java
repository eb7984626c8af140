package syndication.ingest.text;

import org.jspecify.annotations.Nullable;

/// Cuts what stands before a story: the title again, who wrote it and when, the site's own words.
final class BeforeStory {

  /// More lines than that are no head of a page.
  private static final int LINES_MAX = 80;

  /// Lines between a paragraph that sums the story up and its first paragraph proper.
  private static final int SUMMED_LINES_MAX = 6;

  private final Marks marks;
  private final @Nullable String title;
  private final boolean wholePage;
  private final int titleAt;

  /// @param titleAt index of the title's line, or -1
  BeforeStory(Marks marks, @Nullable String title, boolean wholePage, int titleAt) {
    this.marks = marks;
    this.title = title;
    this.wholePage = wholePage;
    this.titleAt = titleAt;
  }

  /// Index of the first paragraph of the story proper. Before it there may be one that sums it up,
  /// with byline and date behind.
  static int end(Marks marks) {
    int first = marks.nextStory(0);
    int second = marks.nextStory(first + 1);
    boolean summed =
        second < marks.size() && second - first > 1 && second - first <= SUMMED_LINES_MAX;
    return Math.min(summed ? second : first, LINES_MAX);
  }

  void cut(int i) {
    Line line = marks.line(i);
    String text = line.text();
    if (line.kind() == Line.Kind.OTHER || marks.isStory(i)) {
      return;
    }
    MetaLines.Found meta = MetaLines.read(text);
    if (ThemeWords.isTheme(text)) {
      marks.cut(i, "text.theme-words");
    } else if (title != null && Titles.repeats(text, title)) {
      marks.cut(i, "text.repeated-title");
    } else if (meta != null) {
      marks.cut(i, meta.rule());
      marks.byline(meta.byline());
    } else if (LineRules.isBreadcrumb(text)) {
      marks.cut(i, "text.breadcrumb");
    } else if (Solicitations.isCookieNotice(text)) {
      marks.cut(i, "text.cookie-notice");
    } else {
      byPlace(i);
    }
  }

  private void byPlace(int i) {
    String rule = rule(i);
    if ("text.stamp".equals(rule)) {
      marks.stamp(i);
    } else if (rule != null) {
      marks.cut(i, rule);
    }
  }

  private @Nullable String rule(int i) {
    Line line = marks.line(i);
    String edge = LineRules.edgeRule(line.text());
    if (edge == null && wholePage) {
      edge = aroundTitle(i);
    }
    if (edge != null) {
      return edge;
    }
    boolean labelled = i > 0 && Bylines.isLabel(marks.text(i - 1));
    if (labelled && (Pointers.isPointer(line) || Bylines.looksLikeName(line.text()))) {
      return "text.byline";
    }
    return Pointers.isLinkRow(line) ? "text.link-row" : HeadLines.rule(line, marks.who());
  }

  /// The rule for a line of a whole page that stands before the story, or `null`: what comes before
  /// the title belongs to the site; between title and story stand the author, the section and the
  /// place, in a few words each.
  private @Nullable String aroundTitle(int i) {
    String text = marks.text(i);
    if (i < titleAt) {
      return LineRules.endsSentence(text) ? null : "text.before-title";
    }
    if (marks.origin(i)) {
      return "text.source-link";
    }
    if (i > titleAt && titleAt >= 0 && MetaLines.isLabel(text)) {
      if (!marks.hasByline() && Bylines.looksLikeName(text) && besideStamp(i)) {
        marks.byline(text);
        return "text.byline";
      }
      return "text.section-label";
    }
    return null;
  }

  private boolean besideStamp(int i) {
    return (i + 1 < marks.size() && MetaLines.read(marks.text(i + 1)) != null)
        || (i > 0 && MetaLines.read(marks.text(i - 1)) != null);
  }
}
