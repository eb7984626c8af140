package syndication.ingest.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What single lines are, told from their words alone. Every rule looks at short lines only, so a
/// paragraph of a story is safe by its length.
final class LineRules {

  private static final int SHORT_CHARS_MAX = 160;

  private static final Pattern SHARE =
      rule(
          "^(teilen( (auf|per|via)\\b.{0,30})?|partager( (sur|cet article)\\b.{0,30})?|compartir("
              + " en\\b.{0,30})?|condividi("
              + " su\\b.{0,30})?|compartilhar|delen|udostępnij|paylaş|κοινοποίηση|κοινοποιήστε|sdílet|megosztás|dela|jaa|bagikan|chia"
              + " sẻ|distribuie|поделиться|مشاركة|شارك|シェア|分享到?|공유|share( this)?("
              + " (article|story|post|page))?( (on|via|with|to)\\b.{0,60})?\\s*:?|click to"
              + " (share|email|print)\\b.*|tweet( this)?|pin( it)?|share now|(follow|like|find) us("
              + " on)?\\b.{0,80}|follow .{2,40} on (twitter|x|facebook|instagram|linkedin|google"
              + " news|whatsapp|telegram|youtube)\\b.{0,40}|(share|tweet|post) (on|to)"
              + " \\w+|shares?|\\d+(\\.\\d+)?k? shares?|((artikel|beitrag|auf \\w+)"
              + " )?teilen|partager( (sur|cet article)\\b.{0,40})?|compartir("
              + " en\\b.{0,40})?|condividi( su\\b.{0,40})?|compartilh(e|ar)( no\\b.{0,40})?|delen("
              + " op\\b.{0,40})?|deel dit.{0,40}|поделиться.{0,40}|"
              + "分享(到|至)?\\s*[:：]?.{0,40}|シェア.{0,20}|공유.{0,20})$");

  private static final Pattern NETWORKS =
      rule(
          "^((share|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|email|e-mail|print|copy"
              + " link|link|tumblr|pocket|flipboard|messenger|viber|sms|mail|threads|bluesky|instagram|"
              + "youtube|tiktok|rss|mastodon)[\\s|,/•·]*){2,}$");

  private static final Pattern STAMP =
      rule(
          "this (post|article|page|story|piece) was (last|first|originally)"
              + " (updated|published|modified|reviewed)("
              + " on)?\\s.{0,30}\\d.{0,10}|\\[?\\(?\\d{1,2}[:.h]\\d{2}(:\\d{2})?( ?[ap]\\.?m\\.?)?("
              + " ?\\(?[A-Z]{2,5}\\)?)?\\)?\\]?|(last"
              + " )?(updated|published|posted|modified|edited|created|reviewed)( on|"
              + " at|:)*\\s.{0,50}\\d.{0,30}|(stand|(zuletzt )?aktualisiert( am)?|veröffentlicht("
              + " am)?|erstellt am|publié le|mis à jour le|actualizado( el)?|publicado( el|"
              + " em)?|atualizado( em)?|pubblicato( il)?|aggiornato("
              + " il)?|gepubliceerd|bijgewerkt|opublikowano|aktualizacja"
              + "|опубликовано|обновлено|更新|公開|入力|수정)\\s*[:：]?\\s?.{0,30}\\d.{0,40}");

  private static final Pattern BREADCRUMB =
      rule(
          "(you are here:? ?)?(home|start|startseite|inicio|início|accueil|homepage|главная)("
              + " ?[»>›/→|] ?[^»>›/→|]{2,60}){1,6}|you are here:.{0,120}");

  private static final Pattern PAGINATION =
      rule(
          "^((pages?|seiten?|páginas?|pagina|pagine|страниц[аы]|页|ページ)\\s*[:：]?\\s*(\\d{1,3}[\\s|·,-]*){1,20}((next|previous|weiter|zurück|suivante?|siguiente|»|›)\\W*)?|(page|seite|página|pagina|страница)"
              + " \\d{1,3} (of|von|sur|de|di|из|/)"
              + " \\d{1,3}|(continue|continued|go|weiter|fortsetzung)( reading)? (to|on|zu|auf)"
              + " (page|seite) \\d{1,3}\\W*|(next|previous|nächste|vorherige) (page|seite)\\W*|page"
              + " suivante\\W*|página"
              + " siguiente\\W*|下一页|次のページ.{0,6}|(\\d{1,3}\\s+){2,20}(next|»|›|weiter)\\W*)$");

  private static final Pattern NOTE =
      rule(
          "^(editor['’]?s?['’]?( \\w+)? note|editors['’]? note|note to"
              + " (editors|readers)|publisher['’]s note|author['’]s note|anmerkung der"
              + " redaktion|hinweis der redaktion|note de la rédaction|ndlr|nota del editor|nota de"
              + " la redacción|nota della redazione|ndr|nota da redação|nota do editor|noot van de"
              + " redactie|от редакции|примечание редакции)\\s*[:.—–-].*");

  private static final Pattern ADVISORY =
      rule(
          "\\((adds?|updates?|recasts?|corrects?|refiles?|removes?|fixes|repeats?|rewrites?|writes"
              + " through|new throughout|changes|deletes?|clarifies|inserts?|ajoute|actualise"
              + "|précise|añade|actualiza|agrega|ergänzt|aktualisiert|berichtigt)\\b.{3,150}\\)");

  private static final Pattern CORRECTION =
      rule(
          "^((correction|corrections|clarification|amendment|erratum)\\b.{0,60}[:.—–-].+|this"
              + " (article|story|post|piece|report) (was|has been)"
              + " (amended|corrected|clarified)\\b.*|(an|a previous) (earlier )?version of this"
              + " (article|story|post|piece)\\b.*)");

  private static final Pattern COPYRIGHT =
      rule(
          "^(©|\\(c\\)"
              + " ?\\d|copyright\\s*(©|\\(c\\)|[12]\\d{3}|by\\b|:|reserved|$)).{0,150}|^(©|copyright"
              + " ©).{0,350}|^alle rechte vorbehalten\\b.{0,60}|^this (work|article) is licensed"
              + " under\\b.{0,200}|^tous droits réservés\\b.{0,60}|^todos los derechos"
              + " reservados\\b.{0,60}$");

  private static final Pattern RIGHTS =
      rule(
          "^.{0,120}\\ball rights reserved\\b.{0,40}|^.{0,160}\\b(is|are) (a )?registered"
              + " trademarks? (of|owned by)\\b.{0,160}");

  private static final Set<String> RIGHTS_WORDS = Set.of("rights", "trademark", "trademarks");

  /// Who worked on it, as agencies close their stories.
  private static final Pattern SIGN_OFF =
      rule(
          "[(\\[]?(additional |further"
              + " )?(reporting|writing|editing|edited|compiled|translated|translation|production)("
              + " and (editing|writing|reporting))? (by|from) .{3,180}|(记者|作者)\\s?[:：].{1,30}"
              + "|(redaktion|redacción|redazione|redação|redactie|редактор|door|von|por|par|texto?|testo"
              + "|bearbeitung|übersetzung|traducción|traduction)\\s?:[^.!?]{2,60}"
              + "|\\(\\([^@]{1,60}@.{3,120}\\)\\)");

  private static final Pattern MARKED = rule("^(©|copyright\\s?(©|\\(c\\))).*");

  private static final String NETWORK =
      "(facebook|instagram|twitter|x|tiktok|linkedin|youtube|threads|bluesky|telegram|whatsapp"
          + "|mastodon|pinterest|google news|flipboard)\\b";

  private static final Set<String> NETWORK_WORDS =
      Set.of(
          "facebook",
          "instagram",
          "twitter",
          "x",
          "tiktok",
          "linkedin",
          "youtube",
          "threads",
          "bluesky",
          "telegram",
          "whatsapp",
          "mastodon",
          "pinterest",
          "news",
          "flipboard");

  /// Nothing that somebody is quoted with.
  private static final Pattern FOLLOW =
      rule(
          "[^\"“„«]*\\b((follow|find|like|join) (us|me)( online)?|(?<=^|[.!?] )follow"
              + " (him|her|them|@\\w+)|folgen sie"
              + " uns|suivez-nous|s[ií]guenos|síganos|siga-nos|seguici|volg ons)"
              + " (on|auf|sur|en|no|su|op|via) "
              + NETWORK
              + "[^\"”“»]{0,160}");

  private static final Pattern FILED =
      rule(
          "^(tags?|tagged( (with|as))?|archivado en|archivé sous|archiviato in|arquivado"
              + " em|abgelegt unter|filed under|categor(y|ies)|posted in|keywords|topics?|more"
              + " about|schlagwörter|schlagworte|themen|étiquettes|mots-clés|etiquetas|temas|tagi"
              + "|теги|метки)\\s*:.*");

  /// Who edited and checked it, under stories in Chinese.
  private static final Pattern STAFF =
      rule("^[（(【\\[]?\\s*(责任编辑|責任編輯|编辑|編輯|责编|校对|校對|审核)\\s*[：:/].{1,40}$");

  private static final Pattern COMMENTS =
      rule(
          "^(leave a (reply|comment)|post a comment|add a comment|join the"
              + " (conversation|discussion)|\\(?\\d+\\)? (comments?|responses?|replies)( on"
              + " .*)?|comments?( \\(\\d+\\))?|cancel reply|your email address will not be"
              + " published.*|view comments|show comments|be the first to comment\\W*|comments are"
              + " (closed|off)\\W*|discussion about this (post|article)|no posts)$");

  private static final int CLOCK_CHARS_MAX = 20;

  private static final Pattern CLOCK =
      rule("\\d{1,2}[:.h]\\d{2}( ?[ap]\\.?m\\.?)?( uhr)?( ?\\(?[a-z]{2,5}\\)?)?");

  private static final int EDGE_CHARS_MAX = 360;

  /// A pattern that knows the letters of all scripts, at the edges of words too.
  static Pattern rule(String expression) {
    return Pattern.compile(
        expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);
  }

  private LineRules() {}

  static boolean isShare(String text) {
    return text.length() <= SHORT_CHARS_MAX
        && (SHARE.matcher(text).matches() || NETWORKS.matcher(text).matches());
  }

  static boolean isStamp(String text) {
    return text.length() <= 100
        && STAMP.matcher(text).matches()
        && (!endsSentence(text) || HeadLines.hasDay(text));
  }

  /// A time of day and nothing else, as before each post of a live blog.
  static boolean isClock(String text) {
    return text.length() <= CLOCK_CHARS_MAX && CLOCK.matcher(text).matches();
  }

  /// Links to the other pages of the article, in words.
  static boolean isPagination(String text) {
    return text.length() <= 80 && PAGINATION.matcher(text).matches();
  }

  static boolean isNote(String text) {
    return text.length() <= 1_000 && NOTE.matcher(text).matches();
  }

  /// What an agency tells its clients about this version: "(Adds quote in paragraph 4)".
  static boolean isAdvisory(String text) {
    return text.length() <= SHORT_CHARS_MAX && ADVISORY.matcher(text).matches();
  }

  static boolean isCorrection(String text) {
    return text.length() <= 800 && CORRECTION.matcher(text).matches();
  }

  static boolean isComments(String text) {
    return text.length() <= SHORT_CHARS_MAX && COMMENTS.matcher(text).matches();
  }

  /// "Home » World » Europe".
  static boolean isBreadcrumb(String text) {
    return text.length() <= SHORT_CHARS_MAX && BREADCRUMB.matcher(text).matches();
  }

  /// The rule by which a line before or after the story is cut, or `null`.
  static @Nullable String edgeRule(String text) {
    if (text.length() > EDGE_CHARS_MAX) {
      return null;
    }
    if (COPYRIGHT.matcher(text).matches()
        || (Mentions.any(text, RIGHTS_WORDS) && RIGHTS.matcher(text).matches())) {
      return "text.copyright";
    }
    if (text.length() <= 60 && STAFF.matcher(text).matches()) {
      return "text.staff-credit";
    }
    if (text.length() > 200) {
      return null;
    }
    if (SIGN_OFF.matcher(text).matches()) {
      return "text.sign-off";
    }
    if (Mentions.any(text, NETWORK_WORDS) && FOLLOW.matcher(text).matches()) {
      return "text.follow-us";
    }
    return FILED.matcher(text).matches() ? "text.filed-under" : null;
  }

  /// Whose text it is, said in a line that begins with the mark: no story has that inside.
  static boolean isCopyright(String text) {
    return text.length() <= EDGE_CHARS_MAX && MARKED.matcher(text).matches();
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
