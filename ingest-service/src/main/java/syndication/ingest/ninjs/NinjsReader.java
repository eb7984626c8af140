package syndication.ingest.ninjs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.Body;
import syndication.ingest.article.DateQuality;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.SyndicationRight;
import syndication.ingest.page.FragmentReader;
import syndication.ingest.page.FragmentReader.Fragment;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads ninjs 3.1 documents (<https://iptc.org/std/ninjs/>), whole or not at all: a source hears
/// of every field that is wrong at once. Fields that a news article has no use for are let be. Safe
/// for use by several threads.
public final class NinjsReader {

  /// Deeper than any news item (associations are items in items), shallower than a stack.
  private static final int DEPTH_MAX = 100;

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern TAGS = Pattern.compile("<[^>]*>");

  private final ObjectMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .build())
          .build();

  private final FragmentReader fragments;

  public NinjsReader(FragmentReader fragments) {
    this.fragments = fragments;
  }

  /// @param base the document's own address, or `null`
  public NinjsReading read(byte[] document, @Nullable URI base) {
    JsonNode root;
    try {
      root = json.readTree(document);
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null
              ? ""
              : "line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      return new NinjsReading.Faulty(
          List.of(new FieldProblem(where, e.getOriginalMessage(), "a JSON document")));
    }
    var fields = new Fields();
    if (!root.isObject()) {
      fields.problem("", root, "a ninjs 3.1 object");
      return new NinjsReading.Faulty(fields.problems());
    }
    ParsedArticle article = article(root, base, fields);
    return article == null || !fields.problems().isEmpty()
        ? new NinjsReading.Faulty(fields.problems())
        : new NinjsReading.Read(article);
  }

  private @Nullable ParsedArticle article(JsonNode root, @Nullable URI base, Fields fields) {
    String uri = fields.text(root, "", "uri");
    if (uri == null) {
      fields.problem("uri", root.get("uri"), "the item's own id, the same in all its versions");
    }
    String type = fields.text(root, "", "type");
    if (type != null && !type.equals("text")) {
      fields.problem("type", root.get("type"), "text: other kinds of items are not syndicated");
    }
    String title = title(root, fields);
    ParsedArticle.Identifiers names = identifiers(root, uri, base, fields);
    URI address = names.canonical() != null ? names.canonical() : names.address();
    Fragment body = body(root, address, title, fields);
    ParsedArticle.Dates dates = dates(root, fields);
    ParsedArticle.Rights rights = rights(root, fields);
    List<ParsedArticle.Media> media = media(root, fields);
    media.addAll(body.media());
    List<ParsedArticle.Related> related = related(root, fields);
    related.addAll(body.related());
    String pubStatus = fields.text(root, "", "pubStatus");
    if (pubStatus != null && !pubStatus.equals("usable")) {
      fields.problem(
          "pubStatus", root.get("pubStatus"), "usable; withdraw by POST /api/articles/withdrawals");
    }
    String language = fields.text(root, "", "language");
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      fields.problem("language", root.get("language"), "a BCP 47 language such as en or pt-BR");
    }
    String description = text(root, "descriptions", fields);
    String by = fields.text(root, "", "by");
    List<String> categories = names(root, List.of("subjects", "genres"), fields);
    List<ParsedArticle.Mention> mentions = NinjsMentions.of(root, fields);
    String edNote = fields.text(root, "", "edNote");
    var notes =
        new ParsedArticle.Notes(
            edNote == null ? body.notes().editorial() : edNote, body.notes().correction());
    ParsedArticle.Attribution stated = attribution(root, fields);
    ParsedArticle.Attribution attribution = stated == null ? body.attribution() : stated;
    if (title == null) {
      return null;
    }
    return new ParsedArticle(
        names,
        title,
        body.body(),
        description,
        byline(by),
        language,
        dates,
        rights,
        categories,
        media,
        related,
        notes,
        attribution,
        body.removed(),
        body.warnings(),
        mentions);
  }

  private static @Nullable String title(JsonNode root, Fields fields) {
    String title = text(root, "headlines", fields);
    if (title == null) {
      title = fields.text(root, "", "title");
    }
    if (title == null
        && fields.problems().stream().noneMatch(it -> it.field().startsWith("head"))) {
      fields.problem(
          "headlines", root.get("headlines"), "an array with one {\"value\": …} at least");
    }
    return title == null ? null : oneLine(title);
  }

  /// The main text of `headlines` or `descriptions`: without a role or with role `main`, else the
  /// first.
  private static @Nullable String text(JsonNode root, String name, Fields fields) {
    String first = null;
    int index = 0;
    for (JsonNode it : fields.objects(root, "", name)) {
      String value = fields.text(it, name + "/" + index++, "value");
      String role = it.path("role").asString("main").toLowerCase(Locale.ROOT);
      if (value == null) {
        continue;
      }
      String plain = TAGS.matcher(value).replaceAll("").strip();
      if (plain.isEmpty()) {
        continue;
      }
      if (role.endsWith("main")) {
        return plain;
      }
      first = first == null ? plain : first;
    }
    return first;
  }

  private Fragment body(JsonNode root, @Nullable URI base, @Nullable String title, Fields fields) {
    Fragment best = plain("");
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "bodies")) {
      String at = "bodies/" + index++;
      String value = fields.text(it, at, "value");
      String type = fields.text(it, at, "contentType");
      if (value == null) {
        if (!it.has("value")) {
          fields.problem(at + "/value", it.get("value"), "the text of the body");
        }
        continue;
      }
      String media = (type == null ? "text/html" : type).split(";", 2)[0].strip();
      switch (media.toLowerCase(Locale.ROOT)) {
        case "text/html", "application/xhtml+xml" ->
            best = longer(best, fragments.read(value, base, title));
        case "text/plain" -> best = longer(best, plain(value));
        default ->
            fields.problem(
                Fields.path(at, "contentType"), it.get("contentType"), "text/html or text/plain");
      }
    }
    return best;
  }

  private static Fragment longer(Fragment one, Fragment other) {
    return one.body().text().length() < other.body().text().length() ? other : one;
  }

  private static Fragment plain(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : text.lines().toList()) {
      String line = oneLine(paragraph);
      if (!line.isEmpty()) {
        blocks.add(new Block.Paragraph(line, Entities.escape(line)));
      }
    }
    return new Fragment(
        new Body(blocks),
        List.of(),
        List.of(),
        List.of(),
        ParsedArticle.Notes.NONE,
        null,
        List.of());
  }

  private static ParsedArticle.Identifiers identifiers(
      JsonNode root, @Nullable String uri, @Nullable URI base, Fields fields) {
    URI canonical = null;
    URI permalink = base;
    List<URI> others = new ArrayList<>();
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "altIds")) {
      String at = "altIds/" + index++;
      String role = it.path("role").asString("").toLowerCase(Locale.ROOT);
      if (role.contains("canonical")) {
        canonical = canonical == null ? fields.address(it, at, "value") : canonical;
      } else if (role.contains("permalink") || role.contains("url") || role.contains("link")) {
        URI address = fields.address(it, at, "value");
        if (permalink == null) {
          permalink = address;
        } else if (address != null) {
          others.add(address);
        }
      }
    }
    URI ofUri = uri == null ? null : Fields.web(uri);
    if (permalink == null && canonical == null) {
      permalink = ofUri;
    }
    return new ParsedArticle.Identifiers(uri, permalink, canonical, others);
  }

  private static ParsedArticle.Dates dates(JsonNode root, Fields fields) {
    var first = fields.time(root, "firstCreated");
    var content = fields.time(root, "contentCreated");
    var version = fields.time(root, "versionCreated");
    var published = first != null ? first : content != null ? content : version;
    return new ParsedArticle.Dates(
        published,
        version,
        published == null ? DateQuality.FETCH_TIME : DateQuality.STATED,
        fields.time(root, "embargoedUntil"),
        fields.time(root, "expires"));
  }

  private static ParsedArticle.Rights rights(JsonNode root, Fields fields) {
    return new ParsedArticle.Rights(
        fields.text(root, "", "copyrightHolder"),
        fields.text(root, "", "copyrightNotice"),
        fields.text(root, "", "usageTerms"),
        SyndicationRight.UNKNOWN);
  }

  private static List<ParsedArticle.Media> media(JsonNode root, Fields fields) {
    List<ParsedArticle.Media> media = new ArrayList<>();
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "renditions")) {
      String at = "renditions/" + index++;
      if (!it.has("href")) {
        continue;
      }
      URI address = fields.address(it, at, "href");
      if (address == null) {
        continue;
      }
      String type = fields.text(it, at, "contentType");
      media.add(
          new ParsedArticle.Media(
              mediaType(type),
              address,
              type,
              fields.text(it, at, "title"),
              null,
              fields.number(it, at, "width"),
              fields.number(it, at, "height")));
    }
    return media;
  }

  private static String mediaType(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    return type.startsWith("video") ? "video" : type.startsWith("audio") ? "audio" : "image";
  }

  private static List<ParsedArticle.Related> related(JsonNode root, Fields fields) {
    List<ParsedArticle.Related> related = new ArrayList<>();
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "associations")) {
      String at = "associations/" + index++;
      String rel = fields.text(it, at, "rel");
      String uri = fields.text(it, at, "uri");
      String headline = text(it, "headlines", fields);
      URI address = uri == null ? null : Fields.web(uri);
      if (headline != null || address != null) {
        related.add(new ParsedArticle.Related(rel == null ? "related" : rel, headline, address));
      }
    }
    return related;
  }

  private static List<String> names(JsonNode root, List<String> lists, Fields fields) {
    List<String> names = new ArrayList<>();
    for (String list : lists) {
      int index = 0;
      for (JsonNode it : fields.objects(root, "", list)) {
        String name = fields.text(it, list + "/" + index, "name");
        String literal = fields.text(it, list + "/" + index++, "literal");
        String value = name == null ? literal : name;
        if (value != null && !names.contains(value)) {
          names.add(value);
        }
      }
    }
    return names;
  }

  private static ParsedArticle.@Nullable Attribution attribution(JsonNode root, Fields fields) {
    int index = 0;
    for (JsonNode it : fields.objects(root, "", "infoSources")) {
      String at = "infoSources/" + index++;
      String role = it.path("role").asString("").toLowerCase(Locale.ROOT);
      String name = fields.text(it, at, "name");
      String uri = fields.text(it, at, "uri");
      if (role.contains("originat") && (name != null || uri != null)) {
        return new ParsedArticle.Attribution(
            name, uri == null ? null : Fields.web(uri), null, null);
      }
    }
    return null;
  }

  private static @Nullable String byline(@Nullable String by) {
    return by == null ? null : oneLine(by).replaceFirst("(?i)^by[ :]+", "");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
