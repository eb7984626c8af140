package syndication.ingest.politeness;

import org.jspecify.annotations.Nullable;

/// What makes the next request a conditional one, as the origin gave it.
///
/// @param etag with its quotes, or `null`
/// @param lastModified as written, or `null`
public record Validators(@Nullable String etag, @Nullable String lastModified) {

  public static final Validators NONE = new Validators(null, null);

  /// These, with what a 304 answer gave anew.
  Validators renewed(Validators by) {
    return new Validators(
        by.etag == null ? etag : by.etag, by.lastModified == null ? lastModified : by.lastModified);
  }
}
