package syndication.ingest.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import syndication.ingest.article.Block;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Revision;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The JSON in which articles and revisions are stored.
final class StoredJson {

  private final ObjectMapper json =
      JsonMapper.builder()
          .addMixIn(Block.class, BlockTypes.class)
          // What was stored before a list was added to an article has none.
          .withConfigOverride(
              List.class, it -> it.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  String of(Object value) {
    return json.writeValueAsString(value);
  }

  ArticleState state(String text) {
    return json.readValue(text, ArticleState.class);
  }

  Revision revision(String text) {
    return json.readValue(text, Revision.class);
  }

  List<String> lines(@org.jspecify.annotations.Nullable String text) {
    return text == null ? List.of() : json.readValue(text, new TypeReference<>() {});
  }

  Map<String, String> attributes(String text) {
    return json.readValue(text, new TypeReference<>() {});
  }

  // The stored names are ours, so that a class can be renamed.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Listing.class, name = "listing"),
    @JsonSubTypes.Type(value = Block.Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Preformatted.class, name = "preformatted"),
    @JsonSubTypes.Type(value = Block.Figure.class, name = "figure"),
    @JsonSubTypes.Type(value = Block.Embed.class, name = "embed"),
  })
  private interface BlockTypes {}
}
