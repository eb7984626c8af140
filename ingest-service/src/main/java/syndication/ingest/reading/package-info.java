/// The readers of each kind of submission behind their one port.
@NullMarked
package syndication.ingest.reading;

import org.jspecify.annotations.NullMarked;
