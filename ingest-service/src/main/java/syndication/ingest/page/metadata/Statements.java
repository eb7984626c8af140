package syndication.ingest.page.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a page states outside its text: `meta` and `link` elements and its linked data.
final class Statements {

  private static final int METAS_MAX = 1_000;

  private final Map<String, List<String>> metas = new HashMap<>();
  private final Map<String, List<Element>> links = new HashMap<>();
  private final JsonLd linkedData;
  private int metasSeen;

  /// Walks the page once for all of them.
  Statements(Document document) {
    var scripts = new ArrayList<Element>();
    document.traverse((node, _) -> {
      if (node instanceof Element element) {
        switch (element.normalName()) {
          case "meta" -> addMeta(element);
          case "link" -> addLink(element);
          case "script" -> scripts.add(element);
          default -> {}
        }
      }
    });
    linkedData = JsonLd.of(scripts);
  }

  private void addMeta(Element meta) {
    String content = meta.attr("content").strip();
    if (content.isEmpty() || metasSeen++ >= METAS_MAX) {
      return;
    }
    for (String attribute : new String[] {"property", "name", "itemprop"}) {
      String key = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
      if (!key.isEmpty()) {
        metas.computeIfAbsent(key, _ -> new ArrayList<>()).add(content);
      }
    }
  }

  private void addLink(Element link) {
    for (String rel : link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      links.computeIfAbsent(rel, _ -> new ArrayList<>()).add(link);
    }
  }

  JsonLd linkedData() {
    return linkedData;
  }

  /// The first content of the first of these names that is there, or `null`.
  @Nullable String meta(String... names) {
    for (String name : names) {
      List<String> found = metas.get(name);
      if (found != null) {
        return found.getFirst();
      }
    }
    return null;
  }

  List<String> metas(String name) {
    return metas.getOrDefault(name, List.of());
  }

  List<Element> links(String rel) {
    return links.getOrDefault(rel, List.of());
  }
}
