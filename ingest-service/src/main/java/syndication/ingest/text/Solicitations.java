package syndication.ingest.text;

import java.util.Set;
import java.util.regex.Pattern;

/// What lines ask of the reader: to subscribe, to pay, to click.
final class Solicitations {

  private static final int CHARS_MAX = 400;
  private static final int COOKIE_CHARS_MAX = 600;

  private static final String NEWSLETTER =
      "(newsletter|boletín|nieuwsbrief|infolettre|рассылк|telegram|whatsapp|канал|boletim|canale?"
          + "|chaîne|kanaal|kanal).*";

  private static final Pattern PROMO =
      LineRules.rule(
          "^(thanks for reading\\b.{0,80}\\b(subscrib|shar|support).*|this post is"
              + " public\\b.{0,80}|get .{0,60}\\bnewsletters?\\b.{0,200}\\b(sign"
              + " up|subscribe)\\b.{0,40}|if you (like|liked|enjoy|enjoyed|found|love|loved) (this"
              + " (article|story|post|piece|newsletter|essay)|our"
              + " (work|reporting|journalism))\\b.{0,60}\\b(consider|subscrib|shar|sign"
              + " up|support|donat|becom|follow|forward).*|([a-z' ]{0,30}[,:] )?(please )?(sign"
              + " up|subscribe|register|join|click here to (sign"
              + " up|subscribe))\\b.*\\b(newsletters?|inbox|e-?mails?|mailing"
              + " list|updates|alerts|briefing|free today|channel|list|digest).*|.*\\b(sign"
              + " up|subscribe|signing up|subscribing)\\b.*\\b(our|free|daily|weekly)"
              + " .{0,40}newsletters?\\b.*|(get|receive|want|have|enjoy|like) .*\\b(to|in|into)"
              + " your (inbox|mailbox|e-?mail)\\b.*|(sign up|subscribe) (here|now|today|for"
              + " free)\\b.{0,80}|download (our|the) .{0,30}\\bapps?\\b.*|don['’]t miss"
              + " (a|an|out|our)\\b.*\\b(newsletter|update|story)\\b.*|by (signing"
              + " up|subscribing|submitting|clicking)\\b.*(agree|consent|accept)\\b.*|(your|enter"
              + " your) e-?mail( address)?.{0,40}|you can"
              + " unsubscribe.{0,100}|.{0,60}\\bnewsletters?\\s*:.*|.{0,40}\\b(abonnez-vous|inscrivez-vous|suscríbete|suscríbase|regístrate|iscriviti|abbonati|inscreva-se|assine|cadastre-se|schrijf"
              + " je in|meld je aan|abonneer|подпишитесь|подписывайтесь)\\b.*"
              + NEWSLETTER
              + "|.{0,40}\\b(abonnieren|abonniere|anmelden|melden sie"
              + " sich|recevez|reciba|recibe|ricevi"
              + "|receba|ontvang)\\b.*(newsletter|boletín|nieuwsbrief|infolettre|boletim).*|(siga|sigue|únete|suivez|rejoignez|segui|volg|folge|folgen"
              + " sie|следите|вступайте)\\b"
              + ".{0,40}\\b(nuestr[oa]s?|nossos?|notre|nos|nostr[oi]|ons|onze|unser\\w*|наш\\w*)\\b.{0,60}"
              + NEWSLETTER
              + ")$");

  /// Each way to ask for something has one of these in it.
  private static final Set<String> PROMO_WORDS =
      Set.of(
          "thanks",
          "public",
          "newsletter",
          "newsletters",
          "liked",
          "like",
          "enjoy",
          "enjoyed",
          "found",
          "love",
          "loved",
          "sign",
          "signing",
          "subscribe",
          "subscribing",
          "register",
          "join",
          "click",
          "clicking",
          "submitting",
          "inbox",
          "mailbox",
          "email",
          "mail",
          "download",
          "miss",
          "unsubscribe",
          "abonnez",
          "inscrivez",
          "suscríbete",
          "suscríbase",
          "regístrate",
          "iscriviti",
          "abbonati",
          "inscreva",
          "assine",
          "cadastre",
          "schrijf",
          "meld",
          "abonneer",
          "подпишитесь",
          "подписывайтесь",
          "abonnieren",
          "abonniere",
          "anmelden",
          "melden",
          "recevez",
          "reciba",
          "recibe",
          "ricevi",
          "receba",
          "ontvang",
          "siga",
          "sigue",
          "únete",
          "suivez",
          "rejoignez",
          "segui",
          "volg",
          "folge",
          "folgen",
          "следите",
          "вступайте");

  /// A site that speaks of itself and of its cookies.
  private static final Pattern COOKIES =
      LineRules.rule(
          "(?=.*\\bcookies?\\b)(?=.*\\b(we|our|this (web)?site|this page|wir|unsere|diese"
              + " (web)?seite|nous|notre|ce site|utilizamos|usamos|este sitio|nuestro|questo"
              + " sito|utilizziamo|este site|wij|we gebruiken|deze"
              + " (web)?site|мы)\\b)(?=.*\\b(accept|consent|agree|continu|us(e|ing)|preferences|settings|policy|stor(e|ing)|"
              + "zustimm|akzept|verwend|nutz|utilis|utiliz|acept|aceit|uso|accett|gebruik|использу)).*");

  private static final Set<String> COOKIE_WORDS = Set.of("cookie", "cookies");

  /// That there will be more of it.
  private static final Pattern PENDING =
      LineRules.rule(
          "this is a (breaking|developing)( news)? story\\b.*|(more (details|updates|information|on"
              + " this story)? ?(to follow|soon|to come)|this (story|article|page|report) (is"
              + " being|will be) updated\\b.*|check back (soon|later|for).{0,80}|please"
              + " refresh.{0,80}|refresh for updates.{0,60})\\W*");

  private static final Pattern PAYWALL =
      LineRules.rule(
          "^(already (have an account|a (subscriber|member)|subscribed|registered)\\b.{0,60}|(this"
              + " (article|story|content|post|page) is )?(exclusive(ly)?|only|available) (available"
              + " )?(to|for) .{0,40}(subscribers|members)\\b.{0,60}|unlock"
              + " (this|the|full|unlimited) .{0,120}|(subscribe|register|sign in|log in|join) (now"
              + " )?to (continue|keep|read|unlock|get (full"
              + " )?access|access|view|see)\\b.{0,120}|continue reading"
              + " (this|with|for|your)\\b.{0,100}|you['’]ve"
              + " (read|reached|used)\\b.{0,40}(free|limit)\\b.{0,80}|to (continue|keep)"
              + " reading\\b.{0,120}|[(\\[]?((cet )?(article|contenu) (est )?réservé (aux|à nos)"
              + " abonnés|(nur )?für abonnenten|(contenido|artículo) (exclusivo )?(solo )?para"
              + " suscriptores|solo para suscriptores|(contenuto|articolo) riservato agli"
              + " abbonati|(conteúdo|matéria) exclusiv[oa] para assinantes|alleen voor"
              + " abonnees|только для подписчиков)[)\\].]?.{0,40}|this (article|content) is"
              + " (for|reserved for) .{0,60})$");

  private static final Pattern AFFILIATE =
      LineRules.rule(
          "^.{0,250}\\b((may )?(earn|receive|make|get)s? (us )?(an? )?(small )?(affiliate"
              + " )?(commission|compensation)|contains? (some )?affiliate links|affiliate"
              + " (disclosure|commission)|commission from links)\\b.{0,250}$");

  private static final Pattern CALL =
      LineRules.rule(
          "^(get|shop|buy|view|see|check|learn|start|try|book|download|read|explore|discover|contact|join|sign|register|subscribe|request|schedule|watch|find|visit|make"
              + " an|claim|open|jump|click|order|apply|"
              + "compare|save|sponsor|advertise|become|donate|support|browse|access|talk|call|chat|take|search)\\b.{0,40}$");

  private Solicitations() {}

  static boolean isPromo(String text) {
    return text.length() <= CHARS_MAX
        && Mentions.any(text, PROMO_WORDS)
        && PROMO.matcher(text).matches();
  }

  static boolean isPending(String text) {
    return text.length() <= 200 && PENDING.matcher(text).matches();
  }

  /// Only before and after a story: there are stories about cookies.
  static boolean isCookieNotice(String text) {
    return text.length() <= COOKIE_CHARS_MAX
        && Mentions.any(text, COOKIE_WORDS)
        && COOKIES.matcher(text).matches();
  }

  static boolean isPaywall(String text) {
    return text.length() <= 240 && PAYWALL.matcher(text).matches();
  }

  static boolean isAffiliate(String text) {
    return text.length() <= CHARS_MAX
        && (text.contains("ffiliate") || text.contains("ommission") || text.contains("ompensation"))
        && AFFILIATE.matcher(text).matches();
  }

  /// A button in words: short, all link, and an order to the reader.
  static boolean isCall(Line line) {
    String text = line.text();
    return text.length() <= 45
        && line.linkChars() >= 0.9 * text.length()
        && !LineRules.endsSentence(text)
        && CALL.matcher(text).matches();
  }
}
