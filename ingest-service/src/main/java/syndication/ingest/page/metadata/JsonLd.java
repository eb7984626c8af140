package syndication.ingest.page.metadata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import syndication.ingest.text.Groups;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The linked data of a page: the object that describes its article, found among all it states.
/// Blocks that are not quite JSON are mended.
final class JsonLd {

  private static final int SCRIPTS_MAX = 30;
  private static final int SCRIPT_CHARS_MAX = 1_000_000;
  private static final int OBJECTS_MAX = 2_000;

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  private static final Set<String> ARTICLES =
      Set.of(
          "article",
          "newsarticle",
          "blogposting",
          "reportagenewsarticle",
          "analysisnewsarticle",
          "opinionnewsarticle",
          "backgroundnewsarticle",
          "reviewnewsarticle",
          "liveblogposting",
          "techarticle",
          "scholarlyarticle",
          "medicalscholarlyarticle",
          "report",
          "posting",
          "advertisercontentarticle",
          "satiricalarticle",
          "socialmediaposting",
          "discussionforumposting",
          "review",
          "recipe",
          "howto",
          "videoobject");

  private static final Set<String> PAGES =
      Set.of(
          "webpage",
          "itempage",
          "medicalwebpage",
          "aboutpage",
          "faqpage",
          "course",
          "podcastepisode");

  private static final Pattern PROPERTY =
      Pattern.compile(
          "\"(headline|datePublished|dateModified|name|@type)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,400})\"");

  private final List<JsonNode> objects = new ArrayList<>();
  private final @Nullable JsonNode article;
  private final @Nullable JsonNode page;
  private boolean mended;

  private JsonLd(List<Element> scripts) {
    int read = 0;
    for (Element script : scripts) {
      if (!script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
        continue;
      }
      String text = script.data();
      if (read++ < SCRIPTS_MAX && text.length() <= SCRIPT_CHARS_MAX) {
        JsonNode root = parse(text);
        if (root != null) {
          collect(root);
        }
      }
    }
    article = best(ARTICLES);
    page = best(PAGES);
  }

  /// @param scripts of a page, of all types
  static JsonLd of(List<Element> scripts) {
    return new JsonLd(scripts);
  }

  boolean wasMended() {
    return mended;
  }

  /// What the page calls its article, or `null`.
  @Nullable JsonNode article() {
    return article;
  }

  /// What the page says about itself, or `null`.
  @Nullable JsonNode page() {
    return page;
  }

  /// A text property of the article, or `null`.
  @Nullable String text(String property) {
    return article == null ? null : textOf(article.get(property));
  }

  /// A text property of the first object of any kind that has it, or `null`.
  @Nullable String anyText(String property) {
    for (JsonNode object : objects) {
      String text = textOf(object.get(property));
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /// The object with this `@id`, or the reference itself when nothing has it.
  JsonNode resolve(JsonNode reference) {
    JsonNode id = reference.get("@id");
    if (id == null || !id.isString() || reference.size() > 1) {
      return reference;
    }
    for (JsonNode object : objects) {
      JsonNode other = object.get("@id");
      if (other != null && other.equals(id) && object.size() > 1) {
        return object;
      }
    }
    return reference;
  }

  static @Nullable String textOf(@Nullable JsonNode node) {
    JsonNode value = node;
    if (value != null && value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    if (value != null && value.isObject() && value.get("@value") != null) {
      value = value.get("@value");
    }
    if (value == null || !value.isString()) {
      return null;
    }
    String text = value.stringValue();
    if (text.indexOf('&') >= 0) {
      text = Parser.unescapeEntities(text, false);
    }
    text = text.strip();
    return text.isEmpty() ? null : text;
  }

  private @Nullable JsonNode parse(String script) {
    String text = script.strip();
    try {
      return LENIENT.readTree(text);
    } catch (JacksonException _) {
      mended = true;
    }
    try {
      return LENIENT.readTree(mend(text));
    } catch (JacksonException _) {
      return fished(text);
    }
  }

  private static String mend(String text) {
    String inner =
        text.replace("<![CDATA[", "").replace("]]>", "").replace("<!--", "").replace("-->", "");
    if (inner.contains("&quot;") && inner.indexOf('"') < 0) {
      inner = Parser.unescapeEntities(inner, false);
    }
    int first = firstOf(inner);
    int last = Math.max(inner.lastIndexOf('}'), inner.lastIndexOf(']'));
    return first >= 0 && last > first ? inner.substring(first, last + 1) : inner;
  }

  private static int firstOf(String text) {
    int brace = text.indexOf('{');
    int bracket = text.indexOf('[');
    return brace < 0 ? bracket : bracket < 0 ? brace : Math.min(brace, bracket);
  }

  /// Single properties of a block that is beyond mending: the first of each name.
  private static @Nullable JsonNode fished(String text) {
    if (!text.contains("headline")) {
      return null;
    }
    var object = LENIENT.createObjectNode();
    Matcher match = PROPERTY.matcher(text);
    while (match.find()) {
      String name = Groups.group(match, 1);
      if (!name.equals("name") && !object.has(name)) {
        object.put(
            name,
            Parser.unescapeEntities(
                Groups.group(match, 2).replace("\\/", "/").replace("\\\"", "\""), false));
      }
    }
    object.put("@type", "Article");
    return object.has("headline") ? object : null;
  }

  private void collect(JsonNode root) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty() && objects.size() < OBJECTS_MAX) {
      JsonNode node = open.removeFirst();
      if (node.isObject()) {
        objects.add(node);
      }
      if (node.isContainer()) {
        for (JsonNode child : node) {
          if (child.isContainer()) {
            open.addLast(child);
          }
        }
      }
    }
  }

  private @Nullable JsonNode best(Set<String> types) {
    JsonNode best = null;
    int most = -1;
    for (JsonNode object : objects) {
      if (hasType(object, types)) {
        int worth = 0;
        for (String property : List.of("headline", "datePublished", "author", "articleBody")) {
          worth += object.has(property) ? 1 : 0;
        }
        if (worth > most) {
          most = worth;
          best = object;
        }
      }
    }
    return best;
  }

  private static boolean hasType(JsonNode object, Set<String> types) {
    JsonNode type = object.get("@type");
    if (type == null) {
      return false;
    }
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isType(one, types)) {
          return true;
        }
      }
      return false;
    }
    return isType(type, types);
  }

  private static boolean isType(JsonNode type, Set<String> types) {
    return type.isString()
        && types.contains(
            type.stringValue()
                .toLowerCase(Locale.ROOT)
                .replace("http://schema.org/", "")
                .replace("https://schema.org/", ""));
  }
}
