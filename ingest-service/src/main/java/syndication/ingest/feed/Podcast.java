package syndication.ingest.feed;

import org.jspecify.annotations.Nullable;

/// What iTunes and the podcast namespaces add.
///
/// @param blocked whether the source asks directories not to list it
/// @param explicit for grown-ups only: yes, no, or `null` when not said
/// @param duration as stated, or `null`
public record Podcast(
    boolean blocked,
    @Nullable Boolean explicit,
    @Nullable String duration,
    @Nullable String episode,
    @Nullable String season) {

  public static final Podcast NONE = new Podcast(false, null, null, null, null);
}
