package syndication.ingest.feed;

/// What a source can do about what reading had to mend.
final class LintAdvice {

  private LintAdvice() {}

  static String forNoFeed(String rule) {
    return switch (rule) {
      case "feed.html-page" ->
          "Give the address of the feed itself; pages name it in <link rel=\"alternate\">.";
      case "feed.empty" -> "Look at what the server sends at this address.";
      default -> "A feed is RSS, RDF, Atom or JSON Feed.";
    };
  }

  static String forProblem(String rule) {
    return switch (rule) {
      case "feed.stray-ampersand" -> "Write &amp; for every & that is not part of a reference.";
      case "feed.undefined-entity" ->
          "XML knows five entities only; write the character itself, or its number.";
      case "feed.control-character" -> "Take control characters out of the text before writing it.";
      case "feed.stray-less-than" -> "Write &lt; for every < that is no tag.";
      case "feed.wrong-encoding" ->
          "Declare the encoding the bytes are in, the same in HTTP and in XML; best write UTF-8.";
      case "feed.media-type" ->
          "Serve the feed as application/rss+xml, application/atom+xml or application/feed+json.";
      case "feed.undeclared-prefix" ->
          "Declare the namespace with xmlns:prefix on the root element.";
      case "feed.unclosed-element", "feed.unopened-element", "feed.broken-end-tag" ->
          "Close every element; let an XML library write the feed.";
      case "feed.open-cdata" -> "End every CDATA section with ]]>.";
      case "feed.too-large" -> "List the newest articles only; some 50 are enough.";
      case "feed.bad-json" -> "Let a JSON library write the feed.";
      default -> "Check the feed with an XML parser; let an XML library write it.";
    };
  }
}
