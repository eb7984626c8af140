package syndication.ingest.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Notes;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.article.Removed;

/// The lines of a text while it is cleaned: which are the story beyond doubt, which are cut and by
/// what rule, and what was found in those.
final class Marks {

  private final List<Line> lines;
  private final @Nullable String author;
  private final boolean[] story;
  private final @Nullable String[] rules;
  private final List<Related> related = new ArrayList<>();
  private final List<String> editorial = new ArrayList<>();
  private final List<String> corrections = new ArrayList<>();
  private final List<String> stamps = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable Attribution attribution;
  private @Nullable String byline;

  /// @param author names already known, or `null`
  /// @param titleAt index of the title's line, or -1; a site's words about cookies before it and at
  ///   the very end are no story
  Marks(List<Line> lines, @Nullable String author, int titleAt) {
    this.lines = lines;
    this.author = author;
    this.rules = new @Nullable String[lines.size()];
    this.story = new boolean[lines.size()];
    for (int i = 0; i < story.length; i++) {
      story[i] = StoryLines.isStory(lines.get(i)) && !(i < titleAt && isCookieNotice(i));
    }
    for (int i = story.length - 1; i > titleAt && isCookieNotice(i); i--) {
      story[i] = false;
    }
  }

  private boolean isCookieNotice(int i) {
    return Solicitations.isCookieNotice(text(i));
  }

  int size() {
    return lines.size();
  }

  List<Line> lines() {
    return lines;
  }

  Line line(int i) {
    return lines.get(i);
  }

  String text(int i) {
    return lines.get(i).text();
  }

  boolean isOther(int i) {
    return lines.get(i).kind() == Line.Kind.OTHER;
  }

  boolean isStory(int i) {
    return story[i];
  }

  boolean isKept(int i) {
    return rules[i] == null;
  }

  /// The rule that cut the line, or `null`.
  @Nullable String rule(int i) {
    return rules[i];
  }

  /// A line that is cut already is from now on held to be cut by this rule.
  void cut(int i, String rule) {
    rules[i] = rule;
  }

  /// @return index of the first line from there on that is the story and is kept, or their number
  int nextStory(int from) {
    for (int i = from; i < lines.size(); i++) {
      if (rules[i] == null && story[i]) {
        return i;
      }
    }
    return lines.size();
  }

  /// @return index of the last line that is the story and is kept, or -1
  int lastStory() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (rules[i] == null && story[i]) {
        return i;
      }
    }
    return -1;
  }

  /// Names of those who wrote it: known before, else found in the lines, else `null`.
  @Nullable String who() {
    return author == null ? byline : author;
  }

  boolean hasByline() {
    return byline != null;
  }

  /// The first that is found counts.
  void byline(@Nullable String names) {
    byline = byline == null ? names : byline;
  }

  void stamp(int i) {
    cut(i, "text.stamp");
    stamps.add(text(i));
  }

  void editorial(int i, String rule) {
    cut(i, rule);
    editorial.add(text(i));
  }

  void correction(int i) {
    cut(i, "text.correction");
    corrections.add(text(i));
  }

  void readMore(Related pointer) {
    related.add(pointer);
  }

  void readMore(List<Line.Link> links) {
    for (Line.Link link : links) {
      related.add(new Related("readMore", link.text(), link.address()));
    }
  }

  void appearedFirst(int i, Attribution origin) {
    cut(i, "text.appeared-first");
    attribution = origin;
  }

  /// Cuts the line when it says where the story comes from, which is remembered.
  ///
  /// @return whether it does
  boolean origin(int i) {
    Attribution origin = Pointers.source(line(i));
    if (origin == null || isOther(i)) {
      return false;
    }
    cut(i, "text.source-link");
    attribution = attribution == null ? origin : attribution;
    return true;
  }

  Cleaned result() {
    var kept = new ArrayList<Integer>();
    var removed = new ArrayList<Removed>();
    boolean words = false;
    for (int i = 0; i < lines.size(); i++) {
      String rule = rules[i];
      if (rule == null) {
        kept.add(i);
        words = words || !text(i).isBlank();
      } else {
        removed.add(new Removed(rule, text(i)));
      }
    }
    if (!words && !removed.isEmpty()) {
      return Cleaned.reverted(lines.size());
    }
    if (attribution != null && attribution.address() == null) {
      warnings.add(
          "The text names its origin"
              + (attribution.name() == null ? "" : " (" + attribution.name() + ")")
              + " without an address: give the origin's address as a link.");
    }
    boolean named =
        attribution != null && (attribution.name() != null || attribution.address() != null);
    return new Cleaned(
        kept,
        removed,
        related,
        new Notes(joined(editorial), joined(corrections)),
        named ? attribution : null,
        byline,
        stamps,
        warnings);
  }

  private static @Nullable String joined(List<String> notes) {
    return notes.isEmpty() ? null : String.join("\n", notes);
  }
}
