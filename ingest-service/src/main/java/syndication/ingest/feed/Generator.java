package syndication.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The program that wrote a feed.
public record Generator(String name, @Nullable URI address, @Nullable String version) {}
