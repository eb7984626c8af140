package syndication.ingest.text;

import org.jspecify.annotations.Nullable;

/// Cuts what stands before a story: the title again, who wrote it and when, the site's own words.
final class BeforeStory {

  /// More lines than that are no head of a page.
  private static final int LINES_MAX = 80;

  /// Lines between a paragraph that sums the story up and its first paragraph proper.
  private static final int SUMMED_LINES_MAX = 6;

  private static final String CONTENTS = "text.table-of-contents";

  private static final int LABELLED_CHARS_MAX = 60;
  private static final int COUNT_CHARS_MAX = 4;

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
    edge = edge == null ? labelled(i) : edge;
    if (edge == null && wholePage) {
      edge = aroundTitle(i);
    }
    if (edge != null) {
      return edge;
    }
    return Pointers.isLinkRow(line) ? "text.link-row" : byWords(line);
  }

  private @Nullable String byWords(Line line) {
    String rule = HeadLines.rule(line, marks.who());
    if (wholePage && "text.byline".equals(rule)) {
      String names = Bylines.names(line.text());
      if (names != null && Bylines.looksLikeName(names)) {
        marks.byline(names);
      }
    }
    return rule;
  }

  /// Who wrote it, under "Written by" or "News provided by".
  private @Nullable String labelled(int i) {
    String label = i > 0 ? marks.text(i - 1) : "";
    String text = marks.text(i);
    if (!Bylines.isLabel(label) || i < titleAt) {
      return null;
    }
    boolean named = Bylines.looksLikeName(text);
    if (wholePage && named && Bylines.isAuthorLabel(label)) {
      marks.byline(Bylines.names(text));
    }
    boolean brief = wholePage && text.length() <= LABELLED_CHARS_MAX;
    return named || brief || Pointers.isPointer(marks.line(i)) ? "text.byline" : null;
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
    boolean head = titleAt >= 0 && i > titleAt && !isSection(i) && (!isBegun(i) || besideStamp(i));
    if (head && isCount(text)) {
      return "text.stamp";
    }
    if (head && isContents(i)) {
      return CONTENTS;
    }
    if (head && MetaLines.isLabel(text)) {
      if (!marks.hasByline() && Bylines.looksLikeName(text) && besideStamp(i)) {
        marks.byline(text);
        return "text.byline";
      }
      return "text.section-label";
    }
    return null;
  }

  /// How often something was liked or shared, as a number alone.
  static boolean isCount(String text) {
    return text.length() <= COUNT_CHARS_MAX && text.chars().allMatch(it -> it >= '0' && it <= '9');
  }

  /// A line of a table of contents: others stand beside it.
  private boolean isContents(int i) {
    boolean above = i > 0 && CONTENTS.equals(marks.rule(i - 1));
    return marks.nextStory(0) < marks.size()
        && announcesSection(i)
        && (above || announcesSection(i + 1));
  }

  /// Whether the same line stands over a part of the story further down.
  private boolean announcesSection(int i) {
    if (i >= marks.size() || LineRules.endsSentence(marks.text(i))) {
      return false;
    }
    for (int j = i + 1; j < marks.size(); j++) {
      if (marks.text(j).equals(marks.text(i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a table of contents above has announced it.
  private boolean isSection(int i) {
    for (int j = titleAt + 1; j < i; j++) {
      if (CONTENTS.equals(marks.rule(j)) && marks.text(j).equals(marks.text(i))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a sentence stands between the title and the line: the text may have begun.
  private boolean isBegun(int i) {
    for (int j = titleAt + 1; j < i; j++) {
      if (marks.isKept(j) && LineRules.endsSentence(marks.text(j))) {
        return true;
      }
    }
    return false;
  }

  private boolean besideStamp(int i) {
    return (i + 1 < marks.size() && MetaLines.read(marks.text(i + 1)) != null)
        || (i > 0 && MetaLines.read(marks.text(i - 1)) != null);
  }
}
