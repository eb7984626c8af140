package syndication.ingest.page.layout;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Reads hints out of class names, ids and roles: words and pairs of words looked up in one table.
///
/// Not thread-safe: it remembers the names of one page.
final class Names {

  /// Longer lists of names are machine-made; their head is enough.
  private static final int NAME_CHARS_MAX = 300;

  private static final Map<String, EnumSet<Hint>> WORDS = words();

  /// Class names that hide; as parts of longer names they hide on some screens only.
  private static final Set<String> HIDING =
      Set.of(
          "hidden",
          "sr-only",
          "screen-reader-text",
          "visually-hidden",
          "visuallyhidden",
          "d-none",
          "invisible",
          "hide",
          "u-hidden",
          "is-hidden",
          "screen-reader",
          "print-only",
          "printonly",
          "screenreader",
          "assistive-text");

  private static final EnumSet<Hint> NONE = EnumSet.noneOf(Hint.class);

  private final Map<String, EnumSet<Hint>> seen = new HashMap<>();

  EnumSet<Hint> of(Element element) {
    String name = element.className() + ' ' + element.id();
    String role = element.attr("role");
    if (!role.isEmpty()) {
      name += " role-" + role;
    }
    return name.length() <= 1 ? NONE : seen.computeIfAbsent(name, Names::read);
  }

  private static EnumSet<Hint> read(String name) {
    var hints = EnumSet.noneOf(Hint.class);
    boolean hides = false;
    boolean shows = false;
    int end = Math.min(name.length(), NAME_CHARS_MAX);
    for (String one : name.substring(0, end).split(" ", -1)) {
      if (!one.isEmpty()) {
        name(one, hints);
        hides = hides || HIDING.contains(one);
        shows = shows || one.endsWith(":block") || one.endsWith(":flex") || one.endsWith("-block");
      }
    }
    if (hides && !shows) {
      hints.add(Hint.HIDDEN);
    }
    return hints;
  }

  private static void name(String name, EnumSet<Hint> hints) {
    String before = "";
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      boolean inside = i < name.length() && Character.isLetterOrDigit(name.charAt(i));
      boolean hump =
          inside
              && start >= 0
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if (start >= 0 && (!inside || hump)) {
        String word = name.substring(start, i).toLowerCase(Locale.ROOT);
        add(word, hints);
        if (!before.isEmpty()) {
          add(before + '-' + word, hints);
        }
        before = word;
        start = -1;
      }
      if (inside && start < 0) {
        start = i;
      }
    }
  }

  private static void add(String word, EnumSet<Hint> hints) {
    EnumSet<Hint> known = WORDS.get(word);
    if (known != null) {
      hints.addAll(known);
    }
  }

  private static Map<String, EnumSet<Hint>> words() {
    var words = new HashMap<String, EnumSet<Hint>>();
    put(
        words,
        Hint.BODY,
        "article-body article-content article-text articlebody articlecontent articletext"
            + " entry-content entrycontent post-content postcontent post-body postbody story-body"
            + " storybody story-content story-text body-content body-copy bodycopy article-copy"
            + " main-text post-text post-entry blog-content blog-body blogcontent blog-post-content"
            + " article-detail news-content news-body newsbody content-body rich-text richtext"
            + " wysiwyg prose single-content text-content body-text content-text article-main"
            + " page-content content-article field-body node-body td-post blog-text copy-body"
            + " artikel-text artikeltext artikel-inhalt beitrag-text texte-article corps-article"
            + " article-texte cuerpo-nota cuerpo-noticia cuerpo-articulo texto-noticia"
            + " texto-articulo contenido-nota testo-articolo corpo-articolo corpo-noticia"
            + " artikel-body artikelbody trs-editor article-detail-body news-text newstext"
            + " news-detail");
    put(words, Hint.CONTENT, "article content main post entry story page-body maincontent hentry");
    put(
        words,
        Hint.NAVIGATION,
        "nav navigation navbar menu submenu breadcrumb breadcrumbs topbar sitemap pagination pager"
            + " paging pagenav megamenu skip-link skip-links role-navigation role-menu role-menubar"
            + " post-navigation nav-links prev-next prevnext mobile-menu crumbs hauptnavigation"
            + " page-links page-numbers pagelinks link-pages wp-pagenavi paginate paginador"
            + " seitennavigation");
    put(
        words,
        Hint.SHARE,
        "share sharing shares sharebar sharetools social socials sharedaddy addtoany addthis"
            + " sns socialmedia social-media share-buttons follow-us sharethis a2a jetpack-likes"
            + " sd-sharing share-article");
    put(
        words,
        Hint.COMMENTS,
        "comment comments commentlist disqus respond replies comment-respond comments-area"
            + " comment-form comment-list livefyre coral spotim viafoura discussion kommentare"
            + " kommentar kommentarer kommentarbereich commentaires commentaire comentarios"
            + " comentario comentarii commenti komentarze reacties kommentit");
    put(
        words,
        Hint.RELATED,
        "related recommended recommendations recommendation recirc recirculation trending popular"
            + " outbrain taboola relatedposts jp-relatedposts read-next up-next yarpp more-stories"
            + " read-more readmore also-read see-also more-news most-read most-popular mostread"
            + " mostpopular morefrom more-from next-article further-reading relatedstories"
            + " related-articles related-posts latest-news latest-posts recent-posts"
            + " you-may keep-reading teaser-list suggested suggestions similar zergnet"
            + " more-articles other-articles relatedarticles post-teaser mehr-zum verwandte"
            + " weitere-artikel lire-aussi lireaussi a-lire articles-lies relacionadas"
            + " relacionados noticias-relacionadas mas-noticias mas-leidas lo-mas leggi-anche"
            + " correlati leia-tambem leia-mais lees-ook baca-juga xgxw related-news news-feed"
            + " teaser-inline");
    put(
        words,
        Hint.PROMOTION,
        "newsletter newsletters subscribe subscription signup sign-up optin opt-in promo promos"
            + " promotion cta donate donation banner callout-cta mailchimp mc4wp convertkit"
            + " hubspot-form lead-form app-download membership upsell abonnement"
            + " abonnement-newsletter suscripcion email-signup inline-signup leadform subscribe-box"
            + " ctabox cta-box hs-cta");
    put(
        words,
        Hint.PAYWALL,
        "paywall regwall registration-wall registrationwall subscriber-wall subscription-wall"
            + " restricted-content paywall-overlay pay-wall piano-offer tp-container metered"
            + " subscription-offer subscribe-wall premium-offer");
    put(
        words,
        Hint.PLAYER,
        "audio-player audioplayer audio-module video-player videoplayer media-player mediaplayer"
            + " podcast-player player-controls jwplayer powerpress powerpress-links embed-code"
            + " speechkit beyondwords listen-to-article audio-article articleaudio article-audio"
            + " text-to-speech tts-player video-js");
    put(
        words,
        Hint.ADVERTISEMENT,
        "ad ads advert adverts advertisement advertising adsbygoogle adslot ad-slot ad-container"
            + " adcontainer ad-wrapper ad-unit dfp gpt sponsor sponsored sponsors advertorial"
            + " google-ad googlead adbox ad-label affiliate-disclosure anzeige werbung publicite"
            + " publicidad publicidade pubblicita annonce reklama");
    put(
        words,
        Hint.SIDEBAR,
        "sidebar side-bar right-rail rightrail sidenav secondary"
            + " role-complementary sidebar-widget");
    put(words, Hint.HEADER, "header masthead site-header role-banner page-header");
    put(
        words,
        Hint.FOOTER,
        "footer colophon copyright site-footer role-contentinfo copyrights foot legal imprint");
    put(
        words,
        Hint.AUTHOR,
        "author authors byline bylines bio authorbox author-box author-bio author-info about-author"
            + " biography contributor contributors author-card post-author avatar writer-bio"
            + " autor autorin autoren auteur auteurs autore");
    put(
        words,
        Hint.META,
        "meta post-meta entry-meta article-meta tags tag-list taglist tagcloud post-tags"
            + " entry-footer categories cat-links timestamp postmeta article-tags read-time"
            + " reading-time post-date publish-date published-date dateline rating ratings"
            + " entry-tags article-info post-info keywords topics topic-list pubdate datum fecha"
            + " schlagworte etiquetas mots-cles message-user user-info userinfo postbit post-user");
    put(
        words,
        Hint.CONSENT,
        "cookie cookies consent gdpr onetrust cmp ccpa cookiebot cookie-banner cookie-notice"
            + " didomi truste cookiebanner");
    put(
        words,
        Hint.DIALOG,
        "modal popup dialog role-dialog role-alertdialog pop-up interstitial offcanvas off-canvas");
    put(
        words,
        Hint.CAPTION,
        "caption captions figcaption credit image-caption wp-caption-text bildunterschrift"
            + " legende pie-foto didascalia bildtext");
    put(
        words,
        Hint.CONTENTS_TABLE,
        "toc table-of-contents tableofcontents lwptoc ez-toc ez-toc-container contents-list"
            + " on-this-page jump-links jumplinks in-this-article table-contents toc-container");
    put(words, Hint.FORM, "form contact-form role-search search-form searchform wpcf7 gform");
    return Collections.unmodifiableMap(words);
  }

  private static void put(Map<String, EnumSet<Hint>> words, Hint hint, String names) {
    for (String name : names.split(" ", -1)) {
      words.computeIfAbsent(name, _ -> EnumSet.noneOf(Hint.class)).add(hint);
    }
  }
}
