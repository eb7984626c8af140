package syndication.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The picture of a feed or an entry.
public record Image(
    @Nullable URI address,
    @Nullable String title,
    @Nullable URI link,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String description) {}
