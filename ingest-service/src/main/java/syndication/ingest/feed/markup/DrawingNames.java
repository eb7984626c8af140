package syndication.ingest.feed.markup;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The harmless part of SVG and MathML: names in lower case, and as they must be written.
final class DrawingNames {

  static final Map<String, String> SVG_ELEMENTS =
      names(
          """
          a circle defs desc ellipse font-face font-face-name font-face-src foreignObject g glyph
          hkern line linearGradient marker metadata missing-glyph path polygon polyline
          radialGradient rect stop svg switch text title tspan use
          """);

  static final Map<String, String> SVG_ATTRIBUTES =
      names(
          """
          accent-height alphabetic arabic-form ascent baseProfile bbox cap-height class color
          color-rendering content cx cy d descent display dx dy fill fill-opacity fill-rule
          font-family font-size font-stretch font-style font-variant font-weight fx fy g1 g2
          glyph-name gradientUnits hanging height horiz-adv-x horiz-origin-x id ideographic k lang
          marker-end marker-mid marker-start markerHeight markerUnits markerWidth mathematical name
          offset opacity orient origin overline-position overline-thickness panose-1 path pathLength
          points preserveAspectRatio r refX refY requiredExtensions requiredFeatures rotate rx ry
          slope stemh stemv stop-color stop-opacity strikethrough-position strikethrough-thickness
          stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
          stroke-miterlimit stroke-opacity stroke-width systemLanguage target text-anchor transform
          type u1 u2 underline-position underline-thickness unicode unicode-range units-per-em
          version viewBox visibility width widths x x-height x1 x2 xlink:actuate xlink:arcrole
          xlink:href xlink:role xlink:show xlink:title xlink:type xml:lang xml:space xmlns
          xmlns:xlink y y1 y2 zoomAndPan
          """);

  static final Map<String, String> MATH_ELEMENTS =
      names(
          """
          annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac
          mglyph mi mlabeledtr mlongdiv mmultiscripts mn mo mover mpadded mphantom mprescripts mroot
          mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup msup
          mtable mtd mtext mtr munder munderover none semantics
          """);

  static final Map<String, String> MATH_ATTRIBUTES =
      names(
          """
          accent accentunder align alignmentscope alttext bevelled charalign close columnalign
          columnlines columnspacing columnspan columnwidth crossout decimalpoint denomalign depth dir
          display displaystyle edge encoding equalcolumns equalrows fence fontstyle fontweight form
          frame framespacing groupalign height href id largeop length linebreak linethickness
          location lquote lspace mathbackground mathcolor mathsize mathvariant maxsize minsize
          movablelimits notation numalign open other overflow position rowalign rowlines rowspacing
          rowspan rquote rspace scriptlevel selection separator separators shift side stretchy
          subscriptshift superscriptshift symmetric voffset width xlink:href xlink:show xlink:type
          xmlns xmlns:xlink
          """);

  private DrawingNames() {}

  private static Map<String, String> names(String list) {
    var map = new HashMap<String, String>();
    for (String name : list.strip().split("\\s+", -1)) {
      map.put(name.toLowerCase(Locale.ROOT), name);
    }
    return Map.copyOf(map);
  }
}
