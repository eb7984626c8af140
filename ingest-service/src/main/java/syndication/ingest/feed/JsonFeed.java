package syndication.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Draft.DateKind;
import syndication.ingest.feed.Draft.Rank;
import syndication.ingest.feed.encoding.Decoded;
import syndication.ingest.feed.xml.Lines;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON Feed 1.0 and 1.1.
final class JsonFeed {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  /// Where an item may begin inside one that cannot be read because a quote is missing.
  private static final Pattern NEXT_ITEM =
      Pattern.compile("\\}\\s{0,99},\\s{0,99}(\\{\\s{0,99}\")");

  private final Decoded decoded;
  private final String text;
  private final Lines lines;
  private final Draft head = new Draft();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Scope scope;

  private JsonFeed(Decoded decoded, @Nullable URI address) {
    this.decoded = decoded;
    this.text = decoded.text();
    this.lines = new Lines(text);
    this.scope = new Scope(FeedFormat.JSON_FEED_11, address, null);
    decoded.problems().forEach(problem -> problems.add(problem.toString()));
  }

  static Feed read(Decoded decoded, @Nullable URI address, Instant receivedAt) {
    return new JsonFeed(decoded, address).read(receivedAt);
  }

  private Feed read(Instant receivedAt) {
    JsonItems found = JsonItems.find(text);
    FeedFormat format = head(found.head());
    if (format == FeedFormat.UNKNOWN && found.items().isEmpty()) {
      String snippet = text.substring(0, Math.min(text.length(), 2_000));
      unreadable.add(
          new Unreadable("feed.unknown-format", "JSON, but no JSON Feed", Position.WHOLE, snippet));
    }
    for (JsonItems.Slice slice : found.items()) {
      item(slice.start(), slice.end());
    }
    var order = new DateOrder(receivedAt);
    List<DateOrder.Judged> judged = order.judge(drafts);
    var entries = new ArrayList<Entry>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      draft.language = draft.language == null ? head.language : draft.language;
      if (draft.authors.isEmpty()) {
        draft.authors.addAll(head.authors);
      }
      entries.add(draft.toEntry(positions.get(i), judged.get(i)));
    }
    return new Feed(
        format,
        head.toInfo(order.judge(head)),
        entries,
        unreadable,
        problems,
        decoded.encoding(),
        decoded.declared(),
        problems.isEmpty() && unreadable.isEmpty());
  }

  private FeedFormat head(String json) {
    JsonNode node = parse(json);
    if (node == null) {
      problems.add("feed.bad-json: the feed's head cannot be read (whole feed)");
      return FeedFormat.UNKNOWN;
    }
    String language = string(node, "language");
    head.language = language == null ? null : Scope.tag(language);
    scope = new Scope(scope.format(), scope.base(), head.language);
    head.title(plain(string(node, "title")), Rank.OWN);
    String description = string(node, "description");
    if (description != null) {
      head.summary = new Draft.Ranked(plain(description), Rank.OWN);
    }
    String comment = string(node, "user_comment");
    head.info = comment == null ? null : plain(comment);
    link(head, "alternate", string(node, "home_page_url"), null);
    link(head, "self", string(node, "feed_url"), "application/feed+json");
    link(head, "next", string(node, "next_url"), "application/feed+json");
    head.icon = scope.resolve(string(node, "favicon"));
    head.logo = scope.resolve(string(node, "icon"));
    for (JsonNode hub : node.path("hubs")) {
      link(head, "hub", string(hub, "url"), null);
    }
    people(head, node);
    String version = node.path("version").asString("");
    if (version.contains("jsonfeed.org/version/1.1")) {
      return FeedFormat.JSON_FEED_11;
    }
    boolean known = version.contains("jsonfeed.org") || node.has("items");
    return known ? FeedFormat.JSON_FEED_10 : FeedFormat.UNKNOWN;
  }

  private static @Nullable JsonNode parse(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private void item(int start, int end) {
    if (drafts.size() >= Bounds.ENTRIES_MAX || unreadable.size() >= Bounds.LIST_MAX) {
      return;
    }
    if (end - start > Bounds.ENTRY_CHARS_MAX) {
      lose("feed.entry-too-large", "longer than an entry may be", start, end);
      return;
    }
    JsonNode node = parse(text.substring(start, end));
    if (node != null) {
      drafts.add(draft(node));
      positions.add(lines.position(start));
      return;
    }
    if (text.charAt(start) != '{') {
      lose("feed.bad-json", "an item that is no object", start, end);
      return;
    }
    Matcher next = NEXT_ITEM.matcher(text).region(start, end);
    if (next.find()) {
      lose("feed.bad-json", "not JSON", start, next.start() + 1);
      for (int at = next.start(1); at >= 0 && at < end; ) {
        int found = JsonItems.objectEnd(text, at);
        int behind = found < 0 || found > end ? end : found;
        item(at, behind);
        at = text.indexOf('{', behind);
      }
    } else if (JsonItems.objectEnd(text, start) < 0) {
      lose("feed.truncated", "the feed ends inside this entry", start, end);
    } else {
      lose("feed.bad-json", "not JSON", start, end);
    }
  }

  private void lose(String rule, String reason, int start, int end) {
    int to = Math.min(end, start + Unreadable.SNIPPET_CHARS_MAX);
    unreadable.add(new Unreadable(rule, reason, lines.position(start), text.substring(start, to)));
  }

  private Draft draft(JsonNode node) {
    var draft = new Draft();
    draft.id = string(node, "id");
    String title = string(node, "title");
    if (title != null) {
      draft.title(plain(title), Rank.OWN);
    }
    String language = string(node, "language");
    draft.language = language == null ? null : Scope.tag(language);
    link(draft, "alternate", string(node, "url"), null);
    link(draft, "related", string(node, "external_url"), null);
    String html = string(node, "content_html");
    String content = string(node, "content_text");
    if (html != null) {
      Text text = TextReader.of(html, Text.HTML, scope, null);
      draft.contents.add(text);
      text.embeds().forEach(uri -> draft.medium(MediaItem.of(MediaItem.Role.EMBED, uri)));
    }
    if (content != null) {
      draft.contents.add(plain(content));
    }
    String summary = string(node, "summary");
    if (summary != null) {
      draft.summary = new Draft.Ranked(plain(summary), Rank.OWN);
    }
    image(draft, string(node, "image"));
    image(draft, string(node, "banner_image"));
    date(draft, DateKind.PUBLISHED, string(node, "date_published"));
    date(draft, DateKind.UPDATED, string(node, "date_modified"));
    people(draft, node);
    for (JsonNode tag : node.path("tags")) {
      draft.category(tag.asString(""), null, null);
    }
    for (JsonNode attachment : node.path("attachments")) {
      attachment(draft, attachment);
    }
    return draft;
  }

  private static void date(Draft draft, DateKind kind, @Nullable String written) {
    if (written != null) {
      draft.date(kind, written);
    }
  }

  private void image(Draft draft, @Nullable String address) {
    URI image = scope.resolve(address);
    if (image != null) {
      draft.medium(MediaItem.of(MediaItem.Role.IMAGE, image));
      if (draft.image == null) {
        draft.image = new Image(image, null, null, null, null, null);
      }
    }
  }

  private void attachment(Draft draft, JsonNode node) {
    URI address = scope.resolve(string(node, "url"));
    if (address != null) {
      String type = string(node, "mime_type");
      String size = string(node, "size_in_bytes");
      draft.duration = string(node, "duration_in_seconds");
      draft.link(new Link("enclosure", address, type, string(node, "title"), null, size));
    }
  }

  private void people(Draft draft, JsonNode node) {
    JsonNode single = node.path("author");
    if (single.isObject()) {
      person(draft, single);
    }
    for (JsonNode author : node.path("authors")) {
      person(draft, author);
    }
  }

  private void person(Draft draft, JsonNode node) {
    URI address = scope.resolve(string(node, "url"));
    var person = new Person(string(node, "name"), null, address);
    draft.person(draft.authors, person.isEmpty() ? null : person);
  }

  private void link(Draft draft, String rel, @Nullable String address, @Nullable String type) {
    URI href = scope.resolve(address);
    if (href != null) {
      draft.link(new Link(rel, href, type, null, null, null));
    }
  }

  private Text plain(@Nullable String text) {
    String value = text == null ? "" : text;
    return new Text(value.strip(), Text.PLAIN, scope.language(), scope.base(), null, List.of());
  }

  /// The member's value as text; numbers count, because ids often are; `null` when there is none.
  private static @Nullable String string(JsonNode node, String member) {
    JsonNode value = node.path(member);
    boolean usable = value.isString() || value.isNumber();
    String text = usable ? value.asString("") : "";
    return text.isBlank() ? null : text;
  }
}
