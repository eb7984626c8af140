package syndication.ingest.feed;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An image, sound or film that belongs to an entry or a feed.
///
/// @param role how the feed gives it
/// @param address absolute where the base is known
/// @param type media type as stated, or `null`
/// @param medium `image`, `audio`, `video`, `document` or `executable` as stated, or `null`
/// @param duration as stated, or `null`
/// @param caption plain text, or `null`
/// @param credits who made it
public record MediaItem(
    Role role,
    URI address,
    @Nullable String type,
    @Nullable String medium,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long length,
    @Nullable String duration,
    @Nullable String title,
    @Nullable String caption,
    List<Credit> credits) {

  /// How a feed gives a medium.
  public enum Role {
    ENCLOSURE,
    CONTENT,
    THUMBNAIL,
    IMAGE,
    PLAYER,
    EMBED
  }

  /// @param role what the person did, such as `photographer`, or `null`
  public record Credit(@Nullable String role, String name) {}

  public MediaItem {
    credits = List.copyOf(credits);
  }

  static MediaItem of(Role role, URI address) {
    return new MediaItem(role, address, null, null, null, null, null, null, null, null, List.of());
  }
}
