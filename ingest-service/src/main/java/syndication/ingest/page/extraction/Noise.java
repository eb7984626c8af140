package syndication.ingest.page.extraction;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.layout.Box;
import syndication.ingest.page.layout.Hint;
import syndication.ingest.page.layout.Layout;
import syndication.ingest.page.layout.Segment;

/// Marks what cannot be the story, box by box, with the rule that said so.
///
/// A box that holds a large share of the page's running text is never marked by its name: names
/// lie, and a missed cut is better than a wrong one.
final class Noise {

  /// The share of the page's running text above which a box's name is not believed.
  private static final double SHARE_MAX = 0.3;

  private static final Set<String> CHROME = Set.of("footer", "aside", "form");
  private static final Set<String> NEVER = Set.of("body", "main", "article", "p");

  private static final Set<Hint> STRONG =
      EnumSet.of(
          Hint.NAVIGATION,
          Hint.COMMENTS,
          Hint.CONSENT,
          Hint.DIALOG,
          Hint.HIDDEN,
          Hint.FOOTER,
          Hint.SHARE,
          Hint.RELATED,
          Hint.ADVERTISEMENT,
          Hint.SIDEBAR,
          Hint.PROMOTION,
          Hint.PAYWALL,
          Hint.PLAYER,
          Hint.CONTENTS_TABLE,
          Hint.AUTHOR,
          Hint.META,
          Hint.FORM);

  /// A hint on boxes that together hold more of the running text than this is a habit of the page's
  /// builder, and means nothing there.
  private static final double HINT_SHARE_MAX = 0.5;

  private static final int COMMENTS_MIN = 3;
  private static final int DIGEST_TITLE_CHARS_MAX = 40;
  private static final double DIGEST_LINK_DENSITY_MAX = 0.5;

  private static final Pattern DIGEST =
      Pattern.compile(
          "((the|our|article) )?(key (takeaways?|points?|facts?|findings|highlights)|takeaways"
              + "|highlights|at a glance|in (brief|short)|summary|tl;?dr|ingredients|what you"
              + " need|das wichtigste( in kürze)?|auf einen blick|in kürze|zutaten|l['’]essentiel"
              + "|en bref|points clés|ingrédients|puntos clave|claves|en (breve|resumen)"
              + "|ingredientes|pontos-chave|resumo|destaques|in (breve|sintesi)|punti chiave"
              + "|ingredienti|in het kort|ingrediënten|главное|кратко|ингредиенты)\\s*[:：]?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> STORY_TAGS = Set.of("article", "main");
  private static final int TOLD_CHARS_MIN = 150;
  private static final double TOLD_LINK_DENSITY_MAX = 0.1;

  private final Layout layout;
  private final @Nullable String[] rules;
  private final Set<Hint> believed;
  private final Cards cards;
  private final int[] chars;
  private final int[] linkChars;
  private final int[] prose;

  Noise(Layout layout) {
    this.layout = layout;
    this.rules = new @Nullable String[layout.segments().size()];
    this.believed = believed(layout);
    this.cards = new Cards(layout);
    for (Box box : layout.boxes()) {
      String rule = ruleFor(box);
      if (rule != null) {
        mark(box, rule);
      }
    }
    int size = layout.segments().size();
    this.chars = new int[size + 1];
    this.linkChars = new int[size + 1];
    this.prose = new int[size + 1];
    count();
  }

  private void count() {
    List<Segment> segments = layout.segments();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      boolean cut = rules[i] != null;
      chars[i + 1] = chars[i] + (cut ? 0 : segment.length());
      linkChars[i + 1] = linkChars[i] + (cut ? 0 : segment.linkChars());
      prose[i + 1] = prose[i] + (cut || !segment.isProse() ? 0 : segment.length());
    }
  }

  /// Characters that are not cut, in segments from `first` to before `end`.
  int chars(int first, int end) {
    return chars[end] - chars[first];
  }

  int linkChars(int first, int end) {
    return linkChars[end] - linkChars[first];
  }

  /// Characters of running text that are not cut.
  int proseChars(int first, int end) {
    return prose[end] - prose[first];
  }

  private static Set<Hint> believed(Layout layout) {
    var believed = EnumSet.noneOf(Hint.class);
    for (Hint hint : STRONG) {
      int chars = 0;
      int end = 0;
      for (Box box : layout.boxes()) {
        int prose = box.is(hint) && box.first() >= end ? layout.proseChars(box) : 0;
        if (prose > 0 && prose <= SHARE_MAX * layout.proseChars()) {
          chars += prose;
          end = box.end();
        }
      }
      if (chars <= HINT_SHARE_MAX * layout.proseChars()) {
        believed.add(hint);
      }
    }
    return believed;
  }

  /// The rule that cut the segment, or `null` when it may be part of the story.
  @Nullable String rule(Segment segment) {
    return rules[segment.index()];
  }

  boolean isCut(Segment segment) {
    return rules[segment.index()] != null;
  }

  private void mark(Box box, String rule) {
    for (int i = box.first(); i < box.end(); i++) {
      if (rules[i] == null) {
        rules[i] = rule;
      }
    }
  }

  private @Nullable String ruleFor(Box box) {
    if (box.tag().equals("article") && cards.isTeaser(layout, box)) {
      return "page.related-card";
    }
    if (isConversation(box)) {
      return "page.comments";
    }
    if (NEVER.contains(box.tag()) || box.first() == box.end() || box.isHeading()) {
      return null;
    }
    boolean large = layout.proseChars(box) > SHARE_MAX * layout.proseChars();
    if (large) {
      return null;
    }
    if (isFactBox(box) || isDigest(box)) {
      return null;
    }
    if (CHROME.contains(box.tag())) {
      return "page." + (box.tag().equals("form") ? "form" : box.tag());
    }
    if (box.is(Hint.BODY)) {
      return null;
    }
    for (Hint hint : STRONG) {
      if (box.is(hint) && believed.contains(hint)) {
        return rule(hint, box);
      }
    }
    return cards.isGrid(box) ? "page.related-card" : linkList(box);
  }

  /// Named for comments, holding several, below what is commented on: believed however long it is.
  private boolean isConversation(Box box) {
    if (!box.is(Hint.COMMENTS)
        || NEVER.contains(box.tag())
        || layout.proseChars(0, box.first()) == 0
        || layout.headsIn(box) > 0) {
      return false;
    }
    int inner = 0;
    for (int i = box.index() + 1; i < layout.boxes().size(); i++) {
      Box other = layout.boxes().get(i);
      if (other.first() >= box.end()) {
        break;
      }
      inner += other.is(Hint.COMMENTS) && other.end() > other.first() ? 1 : 0;
    }
    return inner >= COMMENTS_MIN;
  }

  /// An aside of sentences without links, inside an article: facts, not promotion.
  private boolean isFactBox(Box box) {
    return box.tag().equals("aside")
        && box.enclosing(STORY_TAGS) != null
        && layout.proseChars(box) > layout.chars(box) / 2
        && layout.linkDensity(box) < 0.1
        && !box.isAny(STRONG);
  }

  /// A box that says in its first words that it holds the story in brief, or what a recipe takes.
  private boolean isDigest(Box box) {
    Segment first = layout.segments().get(box.first());
    return first.length() <= DIGEST_TITLE_CHARS_MAX
        && layout.linkDensity(box) < DIGEST_LINK_DENSITY_MAX
        && layout.chars(box) > 2 * first.length()
        && DIGEST.matcher(first.text()).matches();
  }

  /// What an accordion shows when its question is opened.
  private boolean isAnswer(Box box) {
    if (box.first() == 0 || layout.proseChars(box) == 0) {
      return false;
    }
    String before = layout.segments().get(box.first() - 1).text();
    return !before.isEmpty() && "?？؟".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private @Nullable String rule(Hint hint, Box box) {
    return switch (hint) {
      case NAVIGATION -> "page.navigation";
      case COMMENTS -> "page.comments";
      case CONSENT -> "page.cookie-wall";
      case DIALOG -> "page.dialog";
      case HIDDEN -> isAnswer(box) ? null : "page.hidden";
      case FOOTER -> "page.footer";
      case SHARE -> "page.share";
      case RELATED -> tells(box) ? null : "page.related-card";
      case ADVERTISEMENT -> "page.advertisement";
      case SIDEBAR -> "page.sidebar";
      case PROMOTION -> "page.newsletter-box";
      case PAYWALL -> "page.paywall";
      case PLAYER -> "page.player";
      case CONTENTS_TABLE -> "page.table-of-contents";
      case AUTHOR -> "page.author-box";
      case META -> layout.proseChars(box) == 0 ? "page.meta" : null;
      case FORM -> "page.form";
      case BODY, CONTENT, HEADER, CAPTION -> null;
    };
  }

  /// Whether paragraphs of running text follow each other in it. Teasers stand one to a card.
  private boolean tells(Box box) {
    Box before = null;
    for (int i = box.first(); i < box.end(); i++) {
      Segment segment = layout.segments().get(i);
      boolean paragraph =
          segment.box().tag().equals("p")
              && segment.length() >= TOLD_CHARS_MIN
              && segment.linkDensity() < TOLD_LINK_DENSITY_MAX
              && ParagraphFirst.hasSentence(segment.text());
      Box around = paragraph ? segment.box().parent() : null;
      if (around != null && around == before) {
        return true;
      }
      before = around;
    }
    return false;
  }

  /// A list or a group of cards that is nearly all links.
  private @Nullable String linkList(Box box) {
    String tag = box.tag();
    if (!tag.equals("ul") && !tag.equals("ol") && !tag.equals("div") && !tag.equals("section")) {
      return null;
    }
    int segments = box.end() - box.first();
    return segments >= 3 && layout.chars(box) > 0 && layout.linkDensity(box) > 0.8
        ? "page.link-list"
        : null;
  }
}
