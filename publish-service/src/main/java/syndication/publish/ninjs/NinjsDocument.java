package syndication.publish.ninjs;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Media;
import syndication.publish.article.PublishedArticle.Tag;
import syndication.publish.article.PublishedArticle.Topic;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes an article as an IPTC ninjs 3.1 document, UTF-8 JSON
/// (<https://iptc.org/std/ninjs/ninjs-schema_3.1.json>).
///
/// ninjs lets no property in that it does not know. What it has no word for goes where a reader of
/// ninjs finds it: the kind of the revision is the alternative id of role `revisionKind`, the
/// canonical address that of role `canonicalUrl`, the words of a correction are the description of
/// role `correctionNote`. An article that is withdrawn has no body, no tags and no summary.
public final class NinjsDocument {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_BYTES = 8 * 1024;
  private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
  private static final String MEDIA_TOPIC_PREFIX = "medtop:";
  private static final String SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";
  private static final int PERCENT = 100;

  private NinjsDocument() {}

  public static byte[] of(PublishedArticle article) {
    var out = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      head(json, article);
      if (article.usable()) {
        content(json, article);
      }
      infoSources(json, article);
      altIds(json, article);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void head(JsonGenerator json, PublishedArticle article) {
    json.writeStringProperty("uri", article.articleId());
    json.writeStringProperty("type", "text");
    json.writeStringProperty("representationType", article.usable() ? "full" : "partial");
    json.writeStringProperty("version", Long.toString(article.version().revision()));
    json.writeStringProperty("firstCreated", article.dates().firstCreated().toString());
    json.writeStringProperty("versionCreated", article.dates().versionCreated().toString());
    optional(json, "embargoedUntil", time(article.dates().embargoedUntil()));
    optional(json, "expires", time(article.dates().expires()));
    json.writeStringProperty("pubStatus", article.status().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("language", article.language());
    optional(json, "copyrightHolder", article.rights().holder());
    optional(json, "copyrightNotice", article.rights().notice());
    optional(json, "usageTerms", article.rights().usageTerms());
    optional(json, "edNote", article.usable() ? article.edNote() : withdrawalWords(article));
    if (!article.headline().isEmpty()) {
      json.writeArrayPropertyStart("headlines");
      text(json, null, null, article.headline());
      json.writeEndArray();
    }
    if (!article.usable()) {
      String note = article.correctionNote();
      if (note != null) {
        json.writeArrayPropertyStart("descriptions");
        text(json, "correctionNote", "text/plain", note);
        json.writeEndArray();
      }
    }
  }

  private static @Nullable String withdrawalWords(PublishedArticle article) {
    String reason = article.withdrawalReason();
    return reason == null ? article.edNote() : reason;
  }

  private static void content(JsonGenerator json, PublishedArticle article) {
    descriptions(json, article);
    json.writeArrayPropertyStart("bodies");
    body(json, "text/html", article.bodyHtml(), article.wordCount());
    body(json, "text/plain", article.bodyText(), article.wordCount());
    json.writeEndArray();
    optional(json, "by", article.byline());
    tags(json, "people", article, "person");
    tags(json, "organisations", article, "organisation");
    tags(json, "places", article, "place");
    tags(json, "events", article, "event");
    subjects(json, article.topics());
    renditions(json, article.media());
    associations(json, article);
    String sourceType = article.summary().digitalSourceType();
    if (sourceType != null) {
      json.writeObjectPropertyStart("digitalSourceType");
      json.writeStringProperty(
          "uri", sourceType.startsWith("http") ? sourceType : SOURCE_TYPES + sourceType);
      json.writeEndObject();
    }
  }

  private static void descriptions(JsonGenerator json, PublishedArticle article) {
    json.writeArrayPropertyStart("descriptions");
    optionalText(json, "summary", article.summary().text());
    optionalText(json, "teaser", article.summary().teaser());
    optionalText(json, "correctionNote", article.correctionNote());
    json.writeEndArray();
  }

  private static void body(JsonGenerator json, String contentType, String value, int words) {
    if (value.isEmpty()) {
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("contentType", contentType);
    json.writeNumberProperty("charCount", value.length());
    json.writeNumberProperty("wordCount", words);
    json.writeStringProperty("value", value);
    json.writeEndObject();
  }

  private static void tags(
      JsonGenerator json, String property, PublishedArticle article, String type) {
    List<Tag> tags = article.tags().stream().filter(it -> it.type().equals(type)).toList();
    array(
        json,
        property,
        tags,
        it -> {
          json.writeStringProperty("name", it.label());
          json.writeStringProperty("rel", "about");
          optional(json, "uri", uri(it.sameAs()));
          json.writeStringProperty("literal", it.id());
        });
  }

  private static void subjects(JsonGenerator json, List<Topic> topics) {
    array(
        json,
        "subjects",
        topics,
        it -> {
          json.writeStringProperty("name", it.label());
          json.writeStringProperty("rel", "about");
          if (it.code().startsWith(MEDIA_TOPIC_PREFIX)) {
            json.writeStringProperty(
                "uri", MEDIA_TOPICS + it.code().substring(MEDIA_TOPIC_PREFIX.length()));
          }
          json.writeStringProperty("literal", it.code());
          json.writeStringProperty("creator", "machine");
          json.writeNumberProperty("confidence", percent(it.confidence()));
        });
  }

  private static void renditions(JsonGenerator json, List<Media> media) {
    array(
        json,
        "renditions",
        media,
        it -> {
          json.writeStringProperty("name", it.type());
          json.writeStringProperty("href", it.address().toASCIIString());
          optional(json, "contentType", it.contentType());
          optional(json, "title", it.caption());
          optional(json, "width", it.width());
          optional(json, "height", it.height());
        });
  }

  // ninjs asks each association for a name and an address.
  private static void associations(JsonGenerator json, PublishedArticle article) {
    array(
        json,
        "associations",
        article.related().stream().filter(it -> it.address() != null).toList(),
        it -> {
          String headline = it.headline();
          json.writeStringProperty("name", headline == null ? it.rel() : headline);
          json.writeStringProperty("rel", it.rel());
          optional(json, "uri", uri(String.valueOf(it.address())));
        });
  }

  private static void infoSources(JsonGenerator json, PublishedArticle article) {
    json.writeArrayPropertyStart("infoSources");
    json.writeStartObject();
    json.writeStringProperty("name", article.origin().sourceName());
    json.writeStringProperty("role", "supplier");
    json.writeStringProperty("literal", article.origin().sourceId());
    json.writeEndObject();
    if (article.origin().attributedTo() != null || article.origin().attributedUrl() != null) {
      json.writeStartObject();
      optional(json, "name", article.origin().attributedTo());
      json.writeStringProperty("role", "originator");
      optional(json, "uri", ascii(article.origin().attributedUrl()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void altIds(JsonGenerator json, PublishedArticle article) {
    json.writeArrayPropertyStart("altIds");
    altId(json, "canonicalUrl", ascii(article.canonicalUrl()));
    altId(json, "revisionKind", article.kind());
    altId(json, "cluster", article.clusterId());
    json.writeEndArray();
  }

  private static void altId(JsonGenerator json, String role, @Nullable String value) {
    if (value != null) {
      json.writeStartObject();
      json.writeStringProperty("role", role);
      json.writeStringProperty("value", value);
      json.writeEndObject();
    }
  }

  private static <T> void array(
      JsonGenerator json, String property, List<T> items, Consumer<T> writeProperties) {
    if (items.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(property);
    for (T item : items) {
      json.writeStartObject();
      writeProperties.accept(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void optionalText(JsonGenerator json, String role, @Nullable String value) {
    if (value != null) {
      text(json, role, "text/plain", value);
    }
  }

  private static void text(
      JsonGenerator json, @Nullable String role, @Nullable String contentType, String value) {
    json.writeStartObject();
    optional(json, "role", role);
    optional(json, "contentType", contentType);
    json.writeStringProperty("value", value);
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String property, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(property, value);
    }
  }

  private static void optional(JsonGenerator json, String property, @Nullable Integer value) {
    if (value != null) {
      json.writeNumberProperty(property, value);
    }
  }

  private static int percent(double share) {
    return (int) Math.round(Math.clamp(share, 0.0, 1.0) * PERCENT);
  }

  private static @Nullable String time(@Nullable Instant value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String ascii(@Nullable URI value) {
    return value == null ? null : value.toASCIIString();
  }

  private static @Nullable String uri(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      URI it = URI.create(value);
      return it.isAbsolute() ? it.toASCIIString() : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
