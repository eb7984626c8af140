/// Understands dates the way feeds write them.
@NullMarked
package syndication.ingest.feed.date;

import org.jspecify.annotations.NullMarked;
