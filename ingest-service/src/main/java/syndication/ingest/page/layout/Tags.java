package syndication.ingest.page.layout;

import java.util.Set;

/// The kinds of elements that a layout tells apart, by their tags.
final class Tags {

  /// They stand inside a line of text.
  static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "label",
          "mark",
          "q",
          "ruby",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "br",
          "picture",
          "source",
          "amp-fit-text");

  /// Nothing in them is text of the page.
  static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "canvas",
          "button",
          "select",
          "option",
          "datalist",
          "textarea",
          "input",
          "head",
          "link",
          "meta",
          "object",
          "applet",
          "map",
          "progress",
          "meter",
          "dialog",
          "nav",
          "menu",
          "rp",
          "rt");

  static final Set<String> IMAGES = Set.of("img", "amp-img");

  /// They show what is kept elsewhere.
  static final Set<String> EMBEDS =
      Set.of("iframe", "embed", "video", "audio", "amp-iframe", "amp-youtube", "amp-video");

  private Tags() {}
}
