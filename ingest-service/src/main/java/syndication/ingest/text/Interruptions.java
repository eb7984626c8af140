package syndication.ingest.text;

import java.net.URI;
import syndication.ingest.article.ParsedArticle.Attribution;
import syndication.ingest.article.ParsedArticle.Related;

/// Cuts what may stand between any two paragraphs of a story: share buttons, promos, notes,
/// captions, pointers to other stories.
final class Interruptions {

  private static final int HEADLINE_CHARS_MAX = 180;

  /// More links in a row are a list that belongs to the story.
  private static final int POINTED_MAX = 6;

  private final Marks marks;
  private final boolean wholePage;

  /// @param wholePage plain text of a page, in which links cannot be told from other lines
  Interruptions(Marks marks, boolean wholePage) {
    this.marks = marks;
    this.wholePage = wholePage;
  }

  void cut(int i) {
    Line line = marks.line(i);
    String text = line.text();
    boolean paragraph = line.kind() == Line.Kind.PARAGRAPH;
    if (line.kind() == Line.Kind.OTHER && isLinkedHeadline(i)) {
      marks.cut(i, "text.linked-headline");
      marks.readMore(line.links());
    }
    if (line.kind() == Line.Kind.OTHER || marks.isStory(i)) {
      return;
    }
    if (ThemeWords.isTheme(text) && paragraph) {
      marks.cut(i, "text.theme-words");
    } else if (LineRules.isShare(text)) {
      marks.cut(i, "text.share-line");
    } else if (LineRules.isNote(text)) {
      marks.editorial(i, "text.editors-note");
    } else if (LineRules.isAdvisory(text)) {
      marks.editorial(i, "text.wire-advisory");
    } else if (LineRules.isCorrection(text)) {
      marks.correction(i);
    } else if (Solicitations.isPromo(text)) {
      marks.editorial(i, "text.newsletter-promo");
    } else if (Solicitations.isPaywall(text)) {
      marks.cut(i, "text.paywall");
    } else if (Solicitations.isPending(text)) {
      marks.cut(i, "text.more-to-follow");
    } else if (Solicitations.isAffiliate(text)) {
      marks.cut(i, "text.affiliate-disclosure");
    } else if (Solicitations.isCall(line)) {
      marks.cut(i, "text.call-to-action");
    } else if (LineRules.isCopyright(text)) {
      marks.cut(i, "text.copyright");
    } else if (LineRules.isPagination(text)) {
      marks.cut(i, "text.pagination");
    } else if (MetaLines.isMoment(text)) {
      marks.stamp(i);
    } else if (paragraph && Captions.isCaption(text)) {
      marks.cut(i, "text.caption");
    } else {
      pointer(i);
    }
  }

  private void pointer(int i) {
    Line line = marks.line(i);
    Attribution origin = Pointers.appearedFirst(line);
    if (origin != null) {
      marks.appearedFirst(i, origin);
      return;
    }
    String headline = Pointers.headlineOnLine(line.text());
    if (headline != null) {
      marks.cut(i, "text.read-more");
      marks.readMore(new Related("readMore", headline, Pointers.firstAddress(line)));
    } else if (isLinkedHeadline(i)) {
      marks.cut(i, "text.linked-headline");
      marks.readMore(new Related("readMore", line.text(), Pointers.firstAddress(line)));
    } else if (Pointers.announcesLinks(line.text())) {
      announced(i);
    } else if (Pointers.announcesHeadline(line.text())) {
      readFullStory(i);
    }
  }

  /// A paragraph that is the linked headline of another story, alone between paragraphs.
  private boolean isLinkedHeadline(int i) {
    return i > 0
        && i + 1 < marks.size()
        && marks.isStory(i - 1)
        && marks.isStory(i + 1)
        && Pointers.isLinkedHeadline(marks.line(i));
  }

  /// "Read also:" on a line of its own, and the links under it.
  private void announced(int i) {
    int end = i + 1;
    while (end < marks.size() && end - i <= POINTED_MAX && Pointers.isPointer(marks.line(end))) {
      end++;
    }
    for (int j = i; end > i + 1 && j < end; j++) {
      marks.cut(j, "text.read-more");
      marks.readMore(marks.line(j).links());
    }
    boolean plain = wholePage && end == i + 1 && end < marks.size();
    if (plain && marks.text(i).indexOf(' ') > 0 && isHeadline(marks.line(end))) {
      marks.cut(i, "text.read-more");
      marks.cut(end, "text.read-more");
      marks.readMore(new Related("readMore", marks.text(end), null));
    }
  }

  private void readFullStory(int i) {
    marks.cut(i, "text.read-full-story");
    URI address = Pointers.firstAddress(marks.line(i));
    if (i + 1 < marks.size() && isHeadline(marks.line(i + 1)) && address == null) {
      Line next = marks.line(i + 1);
      marks.cut(i + 1, "text.read-full-story");
      marks.readMore(new Related("readMore", next.text(), Pointers.firstAddress(next)));
    } else if (address != null) {
      marks.readMore(new Related("readMore", null, address));
    }
  }

  private static boolean isHeadline(Line line) {
    String text = line.text();
    boolean asks = text.endsWith("?") || text.endsWith("!");
    return line.kind() != Line.Kind.OTHER
        && text.length() <= HEADLINE_CHARS_MAX
        && text.indexOf(' ') > 0
        && (asks || !LineRules.endsSentence(text))
        && Pointers.source(line) == null;
  }
}
