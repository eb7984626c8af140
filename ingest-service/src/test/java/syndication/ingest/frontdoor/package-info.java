/// The front door as a whole, with a real database, a real broker and real HTTP.
@NullMarked
package syndication.ingest.frontdoor;

import org.jspecify.annotations.NullMarked;
