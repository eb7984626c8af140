package syndication.ingest.feed.markup;

import java.util.Set;

/// The elements and attributes of HTML that text in a feed may use.
final class HtmlNames {

  static final Set<String> ELEMENTS =
      names(
          """
          a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas
          caption center cite code col colgroup command data datagrid datalist dd del details dfn
          dialog dir div dl dt em event-source fieldset figcaption figure font footer form h1 h2 h3
          h4 h5 h6 header hgroup hr i img input ins kbd keygen label legend li m main map mark menu
          meter multicol nav nextid noscript ol optgroup option output p picture pre progress q rp rt
          ruby s samp section select small sound source spacer span strike strong sub summary sup
          table tbody td textarea tfoot th thead time tr track tt u ul var video wbr
          """);

  static final Set<String> ATTRIBUTES =
      names(
          """
          abbr accept accept-charset accesskey action align alt autocomplete autofocus axis
          background balance bgcolor bgproperties border bordercolor bordercolordark
          bordercolorlight bottompadding cellpadding cellspacing ch challenge char charoff charset
          checked choff cite class clear color cols colspan compact contenteditable controls coords
          data data-lazy-src data-original data-src datafld datapagesize datasrc datetime default delay dir disabled draggable dynsrc
          enctype end face for form frame galleryimg gutter headers height hidden hidefocus high href
          hreflang hspace icon id inputmode ismap itemprop keytype label lang leftspacing list
          longdesc loop loopcount loopend loopstart low lowsrc max maxlength media method min
          multiple name nohref noshade nowrap open optimum pattern ping point-size poster pqg preload
          prompt radiogroup readonly rel repeat-max repeat-min replace required rev rightspacing
          rows rowspan rules scope selected shape size sizes span src srcset start step summary
          suppress tabindex target template title toppadding type unselectable urn usemap valign
          value variable volume vrml vspace width wrap xml:lang
          """);

  /// Attributes whose value is an address.
  static final Set<String> ADDRESSES =
      names(
          """
          action background cite data data-lazy-src data-original data-src dynsrc href icon longdesc lowsrc ping poster src usemap vrml
          xlink:href
          """);

  /// Elements without content.
  static final Set<String> VOID =
      names(
          """
          area base basefont br col command embed frame hr img input isindex keygen link meta param
          source track wbr
          """);

  /// Elements whose content is not text.
  static final Set<String> WITH_CONTENT = names("applet script style");

  /// Elements that show something from elsewhere; their addresses are kept beside the text.
  static final Set<String> EMBEDS = names("iframe embed object frame");

  private HtmlNames() {}

  private static Set<String> names(String list) {
    return Set.of(list.strip().split("\\s+"));
  }
}
