package syndication.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What a feed says about who may use it.
///
/// @param notice copyright notice, or `null`
/// @param license address of a license, or `null`
/// @param credit words of a media license, or `null`
public record Rights(@Nullable Text notice, @Nullable URI license, @Nullable String credit) {}
