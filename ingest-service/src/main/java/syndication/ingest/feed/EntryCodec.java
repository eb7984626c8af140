package syndication.ingest.feed;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The form in which one entry travels: JSON with the words of [Entry], media type [#MEDIA_TYPE].
/// The same entry always gives the same bytes.
public final class EntryCodec {

  public static final String MEDIA_TYPE = "application/vnd.syndicate.entry+json";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultVisibility(checker ->
              checker
                  .withGetterVisibility(Visibility.NONE)
                  .withIsGetterVisibility(Visibility.NONE)
                  .withFieldVisibility(Visibility.ANY))
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public byte[] toJson(Entry entry) {
    return JSON.writeValueAsBytes(entry);
  }

  /// Refuses bytes that [#toJson] did not write.
  public Entry fromJson(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Entry.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("entry: unreadable (expected: " + MEDIA_TYPE + ")", e);
    }
  }
}
