/// When a feed may be asked again, and what its answer means. Pure: no clock, no network.
@NullMarked
package syndication.ingest.politeness;

import org.jspecify.annotations.NullMarked;
