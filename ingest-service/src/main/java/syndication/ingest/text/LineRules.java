package syndication.ingest.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What single lines are, told from their words alone. Every rule looks at short lines only, so a
/// paragraph of a story is safe by its length.
final class LineRules {

  private static final int THEME_CHARS_MAX = 60;
  private static final int SHORT_CHARS_MAX = 160;
  static final int PROMO_CHARS_MAX = 400;

  /// Words that themes print around every article.
  private static final Set<String> THEME =
      Set.of(
          "select page",
          "skip to content",
          "skip to main content",
          "skip to navigation",
          "menu",
          "main menu",
          "primary menu",
          "toggle navigation",
          "toggle menu",
          "open menu",
          "close menu",
          "navigation",
          "search",
          "search for",
          "close",
          "home",
          "log in",
          "login",
          "sign in",
          "sign up",
          "register",
          "my account",
          "subscribe",
          "subscribe now",
          "loading",
          "loading...",
          "back to top",
          "scroll to top",
          "next article",
          "previous article",
          "next post",
          "previous post",
          "next",
          "previous",
          "advertisement",
          "advertisements",
          "ad",
          "sponsored",
          "sponsored content",
          "story continues below advertisement",
          "article continues below advertisement",
          "continue reading below",
          "contact us",
          "contact",
          "about",
          "about us",
          "privacy policy",
          "terms of use",
          "terms of service",
          "cookie policy",
          "accept all",
          "accept cookies",
          "we use cookies",
          "latest news",
          "breaking news",
          "trending",
          "most read",
          "most popular",
          "editor's picks",
          "view all",
          "see all",
          "load more",
          "show more",
          "read more",
          "more",
          "leave a comment",
          "listen to this article",
          "listen",
          "save",
          "print",
          "email",
          "copy link",
          "link copied",
          "report a typo",
          "table of contents",
          "toggle",
          "jump to content",
          "open search",
          "dark mode",
          "aller au contenu",
          "zum inhalt springen",
          "menü",
          "suche",
          "ir al contenido",
          "saltar al contenido",
          "buscar",
          "rechercher",
          "anzeige",
          "werbung",
          "publicité",
          "publicidad",
          "pubblicità",
          "advertisement - continue reading below",
          "skip advertisement",
          "scroll to continue",
          "recommended videos",
          "in this article");

  private static final Pattern SHARE =
      rule(
          "^(share( this)?( (article|story|post|page))?( (on|via|with|to)\\b.{0,60})?\\s*:?|click"
              + " to (share|email|print)\\b.*|tweet( this)?|pin( it)?|share now|(follow|like|find)"
              + " us( on)?\\b.{0,80}|follow .{2,40} on"
              + " (twitter|x|facebook|instagram|linkedin|google"
              + " news|whatsapp|telegram|youtube)\\b.{0,40}|(share|tweet|post) (on|to)"
              + " \\w+|shares?|\\d+(\\.\\d+)?k? shares?)$");

  private static final Pattern NETWORKS =
      rule(
          "^((share|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|email|e-mail|print|copy"
              + " link|link|tumblr|pocket|flipboard|messenger|viber|sms|mail|threads|bluesky|instagram|"
              + "youtube|tiktok|rss|mastodon)[\\s|,/•·]*){2,}$");

  private static final Pattern STAMP =
      rule(
          "^(\\[?\\(?\\d{1,2}[:.h]\\d{2}(:\\d{2})?( ?[ap]\\.?m\\.?)?("
              + " ?\\(?[A-Z]{2,5}\\)?)?\\)?\\]?|(last"
              + " )?(updated|published|posted|modified|edited|created|reviewed)( on|"
              + " at|:)*\\s.{0,50}\\d.{0,30}|(an?|\\d+)"
              + " (sec|second|min|minute|hr|hour|day|week|month)s?\\.? ago|\\d+[ -]?(min|minute)s?["
              + " -]read|reading time:?.{0,20}|(estimated )?read time:?.{0,20}|live( now| updates?|"
              + " blog)?|breaking|just in|developing|key events?( \\(\\d+\\))?)$");

  private static final Pattern PROMO =
      rule(
          "^(([a-z' ]{0,30}[,:] )?(please )?(sign up|subscribe|register|join|click here to (sign"
              + " up|subscribe))\\b.*\\b(newsletters?|inbox|e-?mails?|mailing"
              + " list|updates|alerts|briefing|free today|channel|list|digest).*|.*\\b(sign"
              + " up|subscribe|signing up|subscribing)\\b.*\\b(our|free|daily|weekly)"
              + " .{0,40}newsletters?\\b.*|(get|receive|want|have|enjoy|like) .*\\b(to|in|into)"
              + " your (inbox|mailbox|e-?mail)\\b.*|(sign up|subscribe) (here|now|today|for"
              + " free)\\b.{0,80}|download (our|the) .{0,30}\\bapps?\\b.*|don['’]t miss"
              + " (a|an|out|our)\\b.*\\b(newsletter|update|story)\\b.*|by (signing"
              + " up|subscribing|submitting|clicking)\\b.*(agree|consent|accept)\\b.*|(your|enter"
              + " your) e-?mail( address)?.{0,40}|you can unsubscribe.{0,100}"
              + "|(abonnieren|abonnez-vous|suscríbete|iscriviti)\\b.*newsletter.*)$");

  private static final Pattern NOTE =
      rule(
          "^(editor['’]?s?['’]?( \\w+)? note|editors['’]? note|note to"
              + " (editors|readers)|publisher['’]s note|author['’]s note)\\s*[:.—–-].*");

  private static final Pattern CORRECTION =
      rule(
          "^((correction|corrections|clarification|amendment|erratum)\\b.{0,60}[:.—–-].+|this"
              + " (article|story|post|piece|report) (was|has been)"
              + " (amended|corrected|clarified)\\b.*|(an|a previous) (earlier )?version of this"
              + " (article|story|post|piece)\\b.*)");

  private static final Pattern PAYWALL =
      rule(
          "^(already (have an account|a (subscriber|member)|subscribed|registered)\\b.{0,60}|(this"
              + " (article|story|content|post|page) is )?(exclusive(ly)?|only|available) (available"
              + " )?(to|for) .{0,40}(subscribers|members)\\b.{0,60}|unlock"
              + " (this|the|full|unlimited) .{0,120}|(subscribe|register|sign in|log in|join) (now"
              + " )?to (continue|keep|read|unlock|get (full"
              + " )?access|access|view|see)\\b.{0,120}|continue reading"
              + " (this|with|for|your)\\b.{0,100}|you['’]ve"
              + " (read|reached|used)\\b.{0,40}(free|limit)\\b.{0,80}|to (continue|keep)"
              + " reading\\b.{0,120}|this (article|content) is (for|reserved for) .{0,60})$");

  private static final Pattern AFFILIATE =
      rule(
          "^.{0,250}\\b((may )?(earn|receive|make|get)s? (us )?(an? )?(small )?(affiliate"
              + " )?(commission|compensation)|contains? (some )?affiliate links|affiliate"
              + " (disclosure|commission)|commission from links)\\b.{0,250}$");

  private static final Pattern CALL =
      rule(
          "^(get|shop|buy|view|see|check|learn|start|try|book|download|read|explore|discover|contact|join|sign|register|subscribe|request|schedule|watch|find|visit|make"
              + " an|claim|open|jump|click|order|apply|"
              + "compare|save|sponsor|advertise|become|donate|support|browse|access|talk|call|chat|take|search)\\b.{0,40}$");

  private static final Pattern AFTER =
      rule(
          "^[^\\p{L}]{0,4}(about (the|our|this)"
              + " (authors?|writers?|reviewers?|contributors?|expert|company|publisher)\\b.{0,40}|meet"
              + " (the|our) (authors?|writers?|experts?|team)|authors? bio(graphy)?|author|(if you"
              + " (liked|enjoyed) this.{0,60})?you (might|may|['’]ll)( also)? (like|love|be"
              + " interested( in)?|enjoy|want to read)\\b.{0,40}|(see )?related("
              + " (articles?|posts?|stories|reading|content|topics?|resources?|news|links|guides?|pages?|products?|blogs?|coverage))?|(more|other|all)"
              + " (from|in|on|stories|articles|posts|news|resources|blogs?|content|about|related)\\b.{0,60}|recommended("
              + " (for you|reading|articles|stories|posts))?|(read|up|what['’]?s) next|keep"
              + " (reading|exploring)|(latest|recent|popular|featured|trending|similar|other|top|explore("
              + " more)?|suggested|browse)( \\w+)?"
              + " (posts?|articles?|news|stories|blogs?|content|resources?|reads?|topics)|trending("
              + " now)?|most (read|popular|viewed)|share (this|on|via|your)\\b.{0,40}|leave (a|us"
              + " a|your) (reply|comment|response)\\b.{0,30}|(\\d+"
              + " )?(comments?|responses|replies|discussion)( \\(\\d+\\))?|join the"
              + " (discussion|conversation|newsletter)\\b.{0,20}|(join|subscribe|sign"
              + " up)\\b.{0,80}|(our|weekly|free|daily)? ?newsletters?|never miss\\b.{0,40}|stay"
              + " (updated|informed|in touch|connected|in the loop)\\b.{0,40}|follow"
              + " us\\b.{0,40}|also in the news|in other news|post navigation|page"
              + " navigation|explore more|more like this|(next|previous) (post|article)|tags|filed"
              + " under)\\s*[:.!?…>»→]*$");

  /// Headings that no story has inside it.
  private static final Pattern SURELY_AFTER =
      rule("^(about the (authors?|reviewers?|writers?|contributors?)|also in the news|more (top )?stories|related (articles|stories|posts))\\W*$");

  private static final Pattern COPYRIGHT =
      rule("^(©|\\(c\\)|copyright\\b).{0,150}|^.{0,120}\\ball rights reserved\\b.{0,40}$");

  private static final Pattern FILED =
      rule(
          "^(tags?|tagged( (with|as))?|filed under|categor(y|ies)|posted in|keywords|more"
              + " about)\\s*:.*");

  private static final Pattern COMMENTS =
      rule(
          "^(leave a (reply|comment)|post a comment|add a comment|join the"
              + " (conversation|discussion)|\\(?\\d+\\)? (comments?|responses?|replies)( on"
              + " .*)?|comments?( \\(\\d+\\))?|cancel reply|your email address will not be"
              + " published.*|view comments|show comments)$");

  private static final Pattern CAPTION =
      rule(
          "^((photo|image|picture|photograph|video|credit|photo credit|image credit|foto|bild)s?("
              + " by| courtesy( of)?| via)?\\s*[:/].{2,200}|.{0,300}[(\\[]((file"
              + " )?(photo|image|picture|photograph)s?( by| via| courtesy|:)|ap"
              + " photo|credit:?)[^)\\]]{2,80}[)\\]]\\.?|.{0,300}(/|[(\\[]|\\bvia )(getty"
              + " images?|afp|ap|reuters|epa|shutterstock|ap photo)[)\\]]?\\.?)$");

  private static Pattern rule(String expression) {
    return Pattern.compile(
        expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  private LineRules() {}

  /// The line in the form in which words are compared: lower case, plain quotes, no outer marks.
  static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    int end = lower.length();
    while (end > 0 && ":…»›>|→▼×+".indexOf(lower.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = 0;
    while (start < end && "|«‹<×☰+".indexOf(lower.charAt(start)) >= 0) {
      start++;
    }
    return lower.substring(start, end).strip();
  }

  static boolean isTheme(String text) {
    return text.length() <= THEME_CHARS_MAX && THEME.contains(plain(text));
  }

  static boolean isShare(String text) {
    return text.length() <= SHORT_CHARS_MAX
        && (SHARE.matcher(text).matches() || NETWORKS.matcher(text).matches());
  }

  static boolean isStamp(String text) {
    return text.length() <= 100 && STAMP.matcher(text).matches();
  }

  static boolean isPromo(String text) {
    return text.length() <= PROMO_CHARS_MAX && PROMO.matcher(text).matches();
  }

  static boolean isNote(String text) {
    return text.length() <= 1_000 && NOTE.matcher(text).matches();
  }

  static boolean isCorrection(String text) {
    return text.length() <= 800 && CORRECTION.matcher(text).matches();
  }

  static boolean isComments(String text) {
    return text.length() <= SHORT_CHARS_MAX && COMMENTS.matcher(text).matches();
  }

  static boolean isCaption(String text) {
    return text.length() <= PROMO_CHARS_MAX
        && (text.indexOf(':') >= 0 || text.indexOf('/') >= 0 || lastIsCredit(text))
        && CAPTION.matcher(text).matches();
  }

  static boolean isPaywall(String text) {
    return text.length() <= 240 && PAYWALL.matcher(text).matches();
  }

  static boolean isAffiliate(String text) {
    return text.length() <= PROMO_CHARS_MAX
        && (text.contains("ffiliate") || text.contains("ommission") || text.contains("ompensation"))
        && AFFILIATE.matcher(text).matches();
  }

  /// A button in words: short, all link, and an order to the reader.
  static boolean isCall(Line line) {
    String text = line.text();
    return text.length() <= 45
        && line.linkChars() >= 0.9 * text.length()
        && !endsSentence(text)
        && CALL.matcher(text).matches();
  }

  /// A heading or short line under which other things than the story stand.
  static boolean opensAfterStory(String text) {
    return text.length() <= 110 && AFTER.matcher(text).matches();
  }

  static boolean surelyOpensAfterStory(Line line) {
    return line.kind() != Line.Kind.OTHER
        && line.text().length() <= 40
        && SURELY_AFTER.matcher(line.text()).matches();
  }

  /// The rule by which a line before or after the story is cut, or `null`.
  static @Nullable String edgeRule(String text) {
    if (text.length() > 200) {
      return null;
    }
    if (COPYRIGHT.matcher(text).matches()) {
      return "text.copyright";
    }
    return FILED.matcher(text).matches() ? "text.filed-under" : null;
  }

  /// Credits stand in brackets, or end with the name of an agency.
  private static boolean lastIsCredit(String text) {
    char last = text.charAt(text.length() - 1);
    return last == ')' || last == ']' || text.contains("via ") || text.endsWith(").");
  }

  /// Whether the line ends like a sentence.
  static boolean endsSentence(String text) {
    int end = text.length() - 1;
    while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end)) >= 0) {
      end--;
    }
    return end >= 0 && ".!?…。！？।؟".indexOf(text.charAt(end)) >= 0;
  }
}
