package syndication.ingest.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Notes;
import syndication.ingest.article.ParsedArticle.Related;
import syndication.ingest.article.Removed;

/// The one set of rules that takes lines that are not the story out of it, for plain text and for
/// the blocks of pages and feed entries alike.
///
/// Cleaning that would leave nothing is taken back, with a warning. Cleaning twice changes nothing.
public final class StoryCleaning {

  /// A line this long that reads like a sentence begins or ends the story proper.
  private static final int STORY_CHARS_MIN = 80;

  private static final int HEADLINE_CHARS_MAX = 180;
  private static final int HEAD_LINES_MAX = 80;

  /// Rules that tell where a page's foot begins.
  private static final Set<String> FOOT =
      Set.of(
          "text.source-link",
          "text.share-line",
          "text.copyright",
          "text.filed-under",
          "text.comments",
          "text.appeared-first");

  /// @param wholePage plain text of a page, with the site's own words around the article; else
  ///   blocks that were chosen from a page or a feed
  /// @param titleAt index of the title's line, or -1
  private record Shape(boolean wholePage, int titleAt) {
    private static final Shape BLOCKS = new Shape(false, -1);
  }

  private final List<Line> lines;
  private final @Nullable String title;
  private final @Nullable String author;
  private final Shape shape;
  private final @Nullable String[] rules;
  private final boolean[] story;
  private final List<Related> related = new ArrayList<>();
  private final List<String> editorial = new ArrayList<>();
  private final List<String> corrections = new ArrayList<>();
  private final List<String> stamps = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private @Nullable Attribution attribution;
  private @Nullable String byline;

  private StoryCleaning(
      List<Line> lines, @Nullable String title, @Nullable String author, Shape shape) {
    this.lines = lines;
    this.title = title;
    this.author = author;
    this.shape = shape;
    this.rules = new @Nullable String[lines.size()];
    this.story = new boolean[lines.size()];
    for (int i = 0; i < story.length; i++) {
      story[i] = isStory(lines.get(i)) && !(i < shape.titleAt() && isSolicitation(i));
    }
    for (int i = story.length - 1; i > shape.titleAt() && isSolicitation(i); i--) {
      story[i] = false;
    }
  }

  private boolean isSolicitation(int i) {
    return Solicitations.isCookieNotice(lines.get(i).text());
  }

  /// @param title of the article, where known, so that its repetitions can be cut
  /// @param author names of those who wrote it, where known, so that their introduction can be cut
  public static Cleaned clean(
      List<Line> lines, @Nullable String title, @Nullable String author) {
    return new StoryCleaning(lines, title, author, Shape.BLOCKS).clean();
  }

  /// The same for the plain text of a whole page, which still has everything around the article.
  ///
  /// @param titleAt index of the line that is the title, or -1
  static Cleaned cleanText(List<Line> lines, @Nullable String title, int titleAt) {
    return new StoryCleaning(lines, title, null, new Shape(true, titleAt)).clean();
  }

  private Cleaned clean() {
    for (int i = AfterStory.start(lines); i < lines.size(); i++) {
      rules[i] = "text.after-story";
      origin(i);
    }
    wall();
    int first = headEnd();
    int last = lastStory();
    for (int i = 0; i < lines.size(); i++) {
      if (rules[i] == null) {
        anywhere(i);
      }
      if (rules[i] == null && i < Math.min(first, HEAD_LINES_MAX)) {
        head(i);
      }
      if (rules[i] == null && i > last) {
        tail(i);
      }
    }
    if (shape.wholePage()) {
      afterTheFoot(last);
    }
    introductions();
    trailingHeadings();
    return result();
  }

  /// What stands behind "Subscribe to continue" is an offer, when no more of the story follows.
  private void wall() {
    int last = lastStory();
    for (int i = lines.size() - 1; i > last && last >= 0; i--) {
      if (Solicitations.isPaywall(lines.get(i).text())) {
        for (int j = i; j < lines.size(); j++) {
          rules[j] = "text.paywall";
        }
      }
    }
  }

  /// Lines about the author at the end.
  private void introductions() {
    String who = author == null ? byline : author;
    int looked = 0;
    for (int i = lines.size() - 1; i > 0 && looked < AUTHOR_LINES_MAX; i--) {
      if (rules[i] == null && lines.get(i).kind() != Line.Kind.OTHER) {
        looked++;
        if (AuthorNotes.isAbout(lines.get(i).text(), who)) {
          rules[i] = "text.author-note";
        }
      }
    }
  }

  private static final int AUTHOR_LINES_MAX = 3;

  /// Index of the first paragraph of the story proper. Before it there may be one that sums it up,
  /// with byline and date behind.
  private int headEnd() {
    int first = nextStory(0);
    int second = nextStory(first + 1);
    boolean summed = second < lines.size() && second - first > 1 && second - first <= SUMMED_MAX;
    return summed ? second : first;
  }

  private static final int SUMMED_MAX = 6;

  private int nextStory(int from) {
    for (int i = from; i < lines.size(); i++) {
      if (rules[i] == null && story[i]) {
        return i;
      }
    }
    return lines.size();
  }

  private int lastStory() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (rules[i] == null && story[i]) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the line is a sentence of the story beyond doubt.
  static boolean isStory(Line line) {
    String text = line.text();
    return line.kind() != Line.Kind.HEADING
        && Widths.of(text) >= STORY_CHARS_MIN
        && LineRules.endsSentence(text)
        && 2 * line.linkChars() < text.length()
        && !Solicitations.isPromo(text)
        && !LineRules.isNote(text)
        && !LineRules.isCorrection(text)
        && !Captions.isCaption(text)
        && !Solicitations.isPaywall(text)
        && !Solicitations.isAffiliate(text)
        && Pointers.appearedFirst(line) == null
        && LineRules.edgeRule(text) == null;
  }

  private void anywhere(int i) {
    Line line = lines.get(i);
    String text = line.text();
    if (line.kind() == Line.Kind.OTHER && isLinkedHeadline(i)) {
      rules[i] = "text.linked-headline";
      for (Line.Link link : line.links()) {
        related.add(new Related("readMore", link.text(), link.address()));
      }
    }
    if (line.kind() == Line.Kind.OTHER || story[i]) {
      return;
    }
    if (LineRules.isTheme(text) && line.kind() == Line.Kind.PARAGRAPH) {
      rules[i] = "text.theme-words";
    } else if (LineRules.isShare(text)) {
      rules[i] = "text.share-line";
    } else if (LineRules.isNote(text)) {
      rules[i] = "text.editors-note";
      editorial.add(text);
    } else if (LineRules.isCorrection(text)) {
      rules[i] = "text.correction";
      corrections.add(text);
    } else if (Solicitations.isPromo(text)) {
      rules[i] = "text.newsletter-promo";
      editorial.add(text);
    } else if (Solicitations.isPaywall(text)) {
      rules[i] = "text.paywall";
    } else if (Solicitations.isPending(text)) {
      rules[i] = "text.more-to-follow";
    } else if (Solicitations.isAffiliate(text)) {
      rules[i] = "text.affiliate-disclosure";
    } else if (Solicitations.isCall(line)) {
      rules[i] = "text.call-to-action";
    } else if (LineRules.isPagination(text)) {
      rules[i] = "text.pagination";
    } else if (MetaLines.isMoment(text)) {
      rules[i] = "text.stamp";
      stamps.add(text);
    } else if (line.kind() == Line.Kind.PARAGRAPH && Captions.isCaption(text)) {
      rules[i] = "text.caption";
    } else {
      pointer(i);
    }
  }

  private void pointer(int i) {
    Line line = lines.get(i);
    Attribution origin = Pointers.appearedFirst(line);
    if (origin != null) {
      rules[i] = "text.appeared-first";
      attribution = origin;
      return;
    }
    String headline = Pointers.headlineOnLine(line.text());
    if (headline != null) {
      rules[i] = "text.read-more";
      related.add(new Related("readMore", headline, Pointers.firstAddress(line)));
    } else if (isLinkedHeadline(i)) {
      rules[i] = "text.linked-headline";
      related.add(new Related("readMore", line.text(), Pointers.firstAddress(line)));
    } else if (Pointers.announcesLinks(line.text())) {
      announced(i);
    } else if (Pointers.announcesHeadline(line.text())) {
      readFullStory(i);
    }
  }

  /// A paragraph that is the linked headline of another story, alone between paragraphs.
  private boolean isLinkedHeadline(int i) {
    return i > 0
        && i + 1 < lines.size()
        && story[i - 1]
        && story[i + 1]
        && Pointers.isLinkedHeadline(lines.get(i));
  }

  /// "Read also:" on a line of its own, and the links under it.
  private void announced(int i) {
    int end = i + 1;
    while (end < lines.size() && end - i <= POINTED_MAX && Pointers.isPointer(lines.get(end))) {
      end++;
    }
    for (int j = i; end > i + 1 && j < end; j++) {
      rules[j] = "text.read-more";
      for (Line.Link link : lines.get(j).links()) {
        related.add(new Related("readMore", link.text(), link.address()));
      }
    }
  }

  /// More links in a row are a list that belongs to the story.
  private static final int POINTED_MAX = 6;

  private void readFullStory(int i) {
    rules[i] = "text.read-full-story";
    URI address = Pointers.firstAddress(lines.get(i));
    if (i + 1 < lines.size() && isHeadline(lines.get(i + 1)) && address == null) {
      Line next = lines.get(i + 1);
      rules[i + 1] = "text.read-full-story";
      related.add(new Related("readMore", next.text(), Pointers.firstAddress(next)));
    } else if (address != null) {
      related.add(new Related("readMore", null, address));
    }
  }

  private static boolean isHeadline(Line line) {
    String text = line.text();
    return line.kind() != Line.Kind.OTHER
        && text.length() <= HEADLINE_CHARS_MAX
        && text.indexOf(' ') > 0
        && !text.endsWith(".")
        && Pointers.source(line) == null;
  }

  private void head(int i) {
    Line line = lines.get(i);
    String text = line.text();
    if (line.kind() == Line.Kind.OTHER || story[i]) {
      return;
    }
    MetaLines.Found meta = MetaLines.read(text);
    if (LineRules.isTheme(text)) {
      rules[i] = "text.theme-words";
    } else if (title != null && Titles.repeats(text, title)) {
      rules[i] = "text.repeated-title";
    } else if (meta != null) {
      rules[i] = meta.rule();
      byline = byline == null ? meta.byline() : byline;
    } else if (LineRules.isBreadcrumb(text)) {
      rules[i] = "text.breadcrumb";
    } else if (Solicitations.isCookieNotice(text)) {
      rules[i] = "text.cookie-notice";
    } else {
      rules[i] = headRule(i);
      if ("text.stamp".equals(rules[i])) {
        stamps.add(text);
      }
    }
  }

  private @Nullable String headRule(int i) {
    Line line = lines.get(i);
    String edge = LineRules.edgeRule(line.text());
    if (edge == null && shape.wholePage()) {
      edge = aroundTitle(i);
    }
    if (edge != null) {
      return edge;
    }
    boolean labelled = i > 0 && Bylines.isLabel(lines.get(i - 1).text());
    if (labelled && (Pointers.isPointer(line) || Bylines.looksLikeName(line.text()))) {
      return "text.byline";
    }
    return Pointers.isLinkRow(line)
        ? "text.link-row"
        : HeadLines.rule(line, author == null ? byline : author);
  }

  /// The rule for a line of a whole page that stands before the story, or `null`: what comes before
  /// the title belongs to the site; between title and story stand the author, the section and the
  /// place, in a few words each.
  private @Nullable String aroundTitle(int i) {
    String text = lines.get(i).text();
    if (i < shape.titleAt()) {
      return LineRules.endsSentence(text) ? null : "text.before-title";
    }
    if (origin(i)) {
      return "text.source-link";
    }
    if (i > shape.titleAt() && shape.titleAt() >= 0 && MetaLines.isLabel(text)) {
      if (byline == null && Bylines.looksLikeName(text) && besideStamp(i)) {
        byline = text;
        return "text.byline";
      }
      return "text.section-label";
    }
    return null;
  }

  private boolean besideStamp(int i) {
    return (i + 1 < lines.size() && MetaLines.read(lines.get(i + 1).text()) != null)
        || (i > 0 && MetaLines.read(lines.get(i - 1).text()) != null);
  }

  /// Whether the line says where the story comes from; it is remembered.
  private boolean origin(int i) {
    Attribution origin = Pointers.source(lines.get(i));
    if (origin == null || lines.get(i).kind() == Line.Kind.OTHER) {
      return false;
    }
    rules[i] = "text.source-link";
    attribution = attribution == null ? origin : attribution;
    return true;
  }

  private void tail(int i) {
    Line line = lines.get(i);
    if (line.kind() == Line.Kind.OTHER) {
      return;
    }
    if (LineRules.isTheme(line.text())) {
      rules[i] = "text.theme-words";
      return;
    }
    if (LineRules.isComments(line.text())) {
      rules[i] = "text.comments";
      return;
    }
    if (origin(i)) {
      return;
    }
    rules[i] =
        Pointers.isLinkRow(line) ? "text.link-row" : LineRules.edgeRule(line.text());
  }

  /// The foot of a whole page: what follows a source link, a row of share buttons or a copyright
  /// and is no sentence is the site's; so is what stood before the title already.
  private void afterTheFoot(int last) {
    boolean foot = false;
    for (int i = last + 1; i < lines.size(); i++) {
      String text = lines.get(i).text();
      foot = foot || (rules[i] != null && FOOT.contains(rules[i]));
      if (rules[i] == null && Solicitations.isCookieNotice(text)) {
        rules[i] = "text.cookie-notice";
      } else if (rules[i] == null
          && !LineRules.endsSentence(text)
          && (foot || stoodBeforeTitle(text))) {
        rules[i] = "text.after-story";
      }
    }
  }

  private boolean stoodBeforeTitle(String text) {
    return lines.subList(0, Math.max(0, shape.titleAt())).stream()
        .anyMatch(it -> it.text().equals(text));
  }

  /// Headings with nothing after them announced something that is not there.
  private void trailingHeadings() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (rules[i] != null) {
        continue;
      }
      if (lines.get(i).kind() != Line.Kind.HEADING) {
        return;
      }
      rules[i] = "text.dangling-heading";
    }
  }

  private Cleaned result() {
    var kept = new ArrayList<Integer>();
    var removed = new ArrayList<Removed>();
    boolean words = false;
    for (int i = 0; i < lines.size(); i++) {
      String rule = rules[i];
      if (rule == null) {
        kept.add(i);
        words = words || !lines.get(i).text().isBlank();
      } else {
        removed.add(new Removed(rule, lines.get(i).text()));
      }
    }
    if (!words && !removed.isEmpty()) {
      return reverted();
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

  private Cleaned reverted() {
    var all = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      all.add(i);
    }
    return new Cleaned(
        all,
        List.of(),
        List.of(),
        Notes.NONE,
        null,
        null,
        List.of(),
        List.of("Cleaning would have left no text; the text is kept as it came."));
  }

  private static @Nullable String joined(List<String> notes) {
    return notes.isEmpty() ? null : String.join("\n", notes);
  }
}
