package syndication.ingest.ninjs;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

  private final ObjectMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
                  .build())
          .build();

  private final NinjsBodies bodies;

  public NinjsReader(FragmentReader fragments) {
    this.bodies = new NinjsBodies(fragments);
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
    ParsedArticle.Identifiers names = NinjsLinks.identifiers(root, uri, base, fields);
    URI address = names.canonical() != null ? names.canonical() : names.address();
    Fragment body = bodies.longest(root, address, title, fields);
    ParsedArticle.Dates dates = dates(root, fields);
    ParsedArticle.Rights rights = rights(root, fields);
    List<ParsedArticle.Media> media = NinjsMedia.of(root, fields);
    media.addAll(body.media());
    List<ParsedArticle.Related> related = NinjsLinks.related(root, fields);
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
    String description = NinjsTexts.main(root, "descriptions", fields);
    String by = fields.text(root, "", "by");
    List<String> categories = names(root, List.of("subjects", "genres"), fields);
    List<ParsedArticle.Mention> mentions = NinjsMentions.of(root, fields);
    String edNote = fields.text(root, "", "edNote");
    var notes =
        new ParsedArticle.Notes(
            edNote == null ? body.notes().editorial() : edNote, body.notes().correction());
    ParsedArticle.Attribution stated = NinjsLinks.attribution(root, fields);
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
    String title = NinjsTexts.main(root, "headlines", fields);
    if (title == null) {
      title = fields.text(root, "", "title");
    }
    if (title == null
        && fields.problems().stream().noneMatch(it -> it.field().startsWith("head"))) {
      fields.problem(
          "headlines", root.get("headlines"), "an array with one {\"value\": …} at least");
    }
    return title == null ? null : NinjsTexts.oneLine(title);
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

  private static @Nullable String byline(@Nullable String by) {
    return by == null ? null : NinjsTexts.oneLine(by).replaceFirst("(?i)^by[ :]+", "");
  }
}
