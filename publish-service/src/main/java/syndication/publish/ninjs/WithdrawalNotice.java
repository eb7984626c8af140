package syndication.publish.ninjs;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a partner is told when an article is withdrawn: which one, that it must not be used, and
/// why; never its body.
///
/// @param withheld whether it may come back, or `false` when it is canceled
/// @param headline the last known, or `null`
/// @param reason why, or `null`
/// @param note publishable words, or `null`
/// @param addresses every address the article was known by
public record WithdrawalNotice(
    String articleId,
    long revision,
    String kind,
    boolean withheld,
    String sourceId,
    @Nullable String headline,
    @Nullable String reason,
    @Nullable String note,
    List<String> addresses,
    Instant at) {

  private static final JsonFactory JSON = new JsonFactory();

  public WithdrawalNotice {
    addresses = List.copyOf(addresses);
  }

  /// As a ninjs 3.1 document, UTF-8.
  public byte[] document() {
    var out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("uri", articleId);
      json.writeStringProperty("type", "text");
      json.writeStringProperty("representationType", "partial");
      json.writeStringProperty("version", Long.toString(revision));
      json.writeStringProperty("versionCreated", at.toString());
      json.writeStringProperty("pubStatus", withheld ? "withheld" : "canceled");
      if (reason != null) {
        json.writeStringProperty("edNote", reason);
      }
      texts(json);
      json.writeArrayPropertyStart("infoSources");
      json.writeStartObject();
      json.writeStringProperty("role", "supplier");
      json.writeStringProperty("literal", sourceId);
      json.writeEndObject();
      json.writeEndArray();
      altIds(json);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private void texts(JsonGenerator json) {
    if (headline != null && !headline.isEmpty()) {
      json.writeArrayPropertyStart("headlines");
      json.writeStartObject();
      json.writeStringProperty("value", headline);
      json.writeEndObject();
      json.writeEndArray();
    }
    if (note != null) {
      json.writeArrayPropertyStart("descriptions");
      json.writeStartObject();
      json.writeStringProperty("role", "correctionNote");
      json.writeStringProperty("contentType", "text/plain");
      json.writeStringProperty("value", note);
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private void altIds(JsonGenerator json) {
    json.writeArrayPropertyStart("altIds");
    altId(json, "revisionKind", kind);
    addresses.forEach(it -> altId(json, "alias", it));
    json.writeEndArray();
  }

  private static void altId(JsonGenerator json, String role, String value) {
    json.writeStartObject();
    json.writeStringProperty("role", role);
    json.writeStringProperty("value", value);
    json.writeEndObject();
  }
}
