package syndication.system;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Articles of our own writing, long enough to be summarised.
public final class Articles {

  public static final String BODY =
      """
      <p>The harbour bridge opened to traffic on Tuesday after two years of repairs, the city of \
      Lisbon said, ending a detour that had added forty minutes to the journey to work for \
      thousands of people.</p>
      <p>Mayor Ana Marsh cut the ribbon shortly after seven in the morning and walked across with \
      engineers from the Harbour Authority, who replaced more than nine hundred steel hangers \
      without closing the shipping channel beneath.</p>
      <p>"We promised a bridge that will last another century, and here it is," Marsh told \
      reporters. The work cost 48 million euros, six million less than planned, according to the \
      Harbour Authority.</p>
      <p>Buses return to the bridge on Monday. Cyclists have to wait until the spring, when a \
      separate lane on the western side will be finished.</p>
      """;

  private Articles() {}

  /// A ninjs document.
  public static ObjectNode ninjs(String uri, String headline, String html) {
    ObjectNode it = Http.JSON.createObjectNode().put("uri", uri).put("language", "en");
    it.putArray("headlines").addObject().put("value", headline);
    it.putArray("bodies").addObject().put("contentType", "text/html").put("value", html);
    it.putArray("altIds")
        .addObject()
        .put("role", "canonicalUrl")
        .put("value", "https://harbour.example/news/" + uri);
    return it;
  }

  public static String ninjs(String uri, String headline) {
    return ninjs(uri, headline, BODY).toString();
  }
}
