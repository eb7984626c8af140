package syndication.ingest.text;

import java.util.Set;
import java.util.regex.Pattern;

/// Cuts what stands under a story: where it comes from, tags, rights, offers, the site's foot.
final class UnderStory {

  /// Rules that tell where a page's foot begins.
  private static final Set<String> FOOT =
      Set.of(
          "text.source-link",
          "text.share-line",
          "text.copyright",
          "text.filed-under",
          "text.comments",
          "text.appeared-first");

  /// What a site asks of its readers before it names itself: "Share The Slow Harbour".
  private static final Pattern ASKS =
      LineRules.rule("^(share|follow|support|view on|read( more)? on|more (on|from)|open in) ");

  private final Marks marks;

  UnderStory(Marks marks) {
    this.marks = marks;
  }

  /// What a heading shows to be no longer the story.
  void otherSections() {
    for (int i = AfterStory.start(marks.lines()); i < marks.size(); i++) {
      marks.cut(i, "text.after-story");
      marks.origin(i);
    }
  }

  /// What stands behind "Subscribe to continue" is an offer, when no more of the story follows.
  void wall() {
    int last = marks.lastStory();
    for (int i = marks.size() - 1; i > last && last >= 0; i--) {
      if (Solicitations.isPaywall(marks.text(i))) {
        for (int j = i; j < marks.size(); j++) {
          marks.cut(j, "text.paywall");
          marks.origin(j);
        }
      }
    }
  }

  /// A line below the last one of the story.
  void cut(int i) {
    Line line = marks.line(i);
    if (line.kind() == Line.Kind.OTHER) {
      return;
    }
    if (ThemeWords.isTheme(line.text())) {
      marks.cut(i, "text.theme-words");
    } else if (LineRules.isComments(line.text())) {
      marks.cut(i, "text.comments");
    } else if (!marks.origin(i)) {
      String rule = Pointers.isLinkRow(line) ? "text.link-row" : LineRules.edgeRule(line.text());
      if (rule != null) {
        marks.cut(i, rule);
      }
    }
  }

  /// The foot of a whole page: what follows a source link, a row of share buttons or a copyright
  /// and is no sentence is the site's; so is what stood before the title already.
  ///
  /// @param last index of the last line of the story
  /// @param titleAt index of the title's line, or -1
  void foot(int last, int titleAt) {
    boolean foot = false;
    for (int i = last + 1; i < marks.size(); i++) {
      String text = marks.text(i);
      String rule = marks.rule(i);
      foot = foot || (rule != null && FOOT.contains(rule));
      if (rule == null && Solicitations.isCookieNotice(text)) {
        marks.cut(i, "text.cookie-notice");
      } else if (rule == null
          && !LineRules.endsSentence(text)
          && (foot
              || (BeforeStory.isCount(text) && !goesOn(i))
              || stoodBeforeTitle(ASKS.matcher(text).replaceFirst(""), titleAt))) {
        marks.cut(i, "text.after-story");
      }
    }
  }

  private boolean goesOn(int i) {
    for (int j = i + 1; j < marks.size(); j++) {
      if (marks.isKept(j) && LineRules.endsSentence(marks.text(j))) {
        return true;
      }
    }
    return false;
  }

  private boolean stoodBeforeTitle(String text, int titleAt) {
    return marks.lines().subList(0, Math.max(0, titleAt)).stream()
        .anyMatch(it -> it.text().equals(text));
  }

  /// Headings with nothing after them announced something that is not there.
  void danglingHeadings() {
    for (int i = marks.size() - 1; i >= 0; i--) {
      if (marks.isKept(i)) {
        if (marks.line(i).kind() != Line.Kind.HEADING) {
          return;
        }
        marks.cut(i, "text.dangling-heading");
      }
    }
  }
}
