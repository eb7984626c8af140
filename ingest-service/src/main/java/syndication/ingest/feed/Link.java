package syndication.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A link of a feed or an entry.
///
/// @param rel `alternate`, `self`, `enclosure`, `related`, `via`, `hub` or another relation
/// @param href absolute where the base is known
/// @param type media type as stated, or `null`
/// @param length bytes as stated, or `null`
public record Link(
    String rel,
    URI href,
    @Nullable String type,
    @Nullable String title,
    @Nullable String hreflang,
    @Nullable String length) {

  static Link of(String rel, URI href) {
    return new Link(rel, href, null, null, null, null);
  }
}
