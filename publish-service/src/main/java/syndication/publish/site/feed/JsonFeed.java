package syndication.publish.site.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.publish.site.Addresses;
import tools.jackson.databind.json.JsonMapper;

/// JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>); what it has no word for is in the
/// extension `_syndicate`.
public final class JsonFeed {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonFeed() {}

  public static String write(Channel channel, Addresses addresses) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("version", "https://jsonfeed.org/version/1.1");
    out.put("title", channel.title());
    out.put("description", channel.description());
    out.put("home_page_url", channel.home());
    out.put("feed_url", channel.self());
    out.put("items", channel.articles().stream().map(it -> item(Entry.of(it, addresses))).toList());
    return MAPPER.writeValueAsString(out);
  }

  private static Map<String, Object> item(Entry entry) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", entry.id());
    out.put("url", entry.link());
    put(out, "external_url", entry.origin());
    out.put("title", entry.title());
    put(out, "summary", entry.summary());
    if (entry.content() == null) {
      out.put("content_text", entry.summary() == null ? entry.title() : entry.summary());
    } else {
      out.put("content_html", entry.content());
    }
    out.put("date_published", entry.published().toString());
    out.put("date_modified", entry.updated().toString());
    out.put("authors", List.of(Map.of("name", entry.author())));
    if (!entry.categories().isEmpty()) {
      out.put("tags", entry.categories());
    }
    put(out, "language", entry.language());
    put(out, "image", entry.image() == null ? null : entry.image().address().toString());
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("source", entry.sourceName());
    extension.put("source_id", entry.sourceId());
    put(extension, "rights", entry.rights());
    out.put("_syndicate", extension);
    return out;
  }

  private static void put(Map<String, Object> out, String name, @Nullable String value) {
    if (value != null) {
      out.put(name, value);
    }
  }
}
