package syndication.ingest.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.DateQuality;

/// The dates of a feed or an entry as stated, and the one to go by.
///
/// @param published first shown, or `null`
/// @param updated last changed, or `null`
/// @param created written, or `null`
/// @param validFrom not to be shown before, or `null`
/// @param validUntil no longer to be shown after, or `null`
/// @param effective the moment of publication to go by, or `null` when that is the time of receipt
///   ([DateQuality#FETCH_TIME], [DateQuality#CLAMPED_FUTURE]), which is not the entry's to say
/// @param quality how far `effective` can be trusted
public record Dates(
    @Nullable StatedDate published,
    @Nullable StatedDate updated,
    @Nullable StatedDate created,
    @Nullable StatedDate validFrom,
    @Nullable StatedDate validUntil,
    @Nullable Instant effective,
    DateQuality quality) {}
