/// Finds out which characters a feed's bytes stand for.
@NullMarked
package syndication.ingest.feed.encoding;

import org.jspecify.annotations.NullMarked;
