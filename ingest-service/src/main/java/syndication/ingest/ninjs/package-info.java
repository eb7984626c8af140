/// IPTC ninjs 3.1 documents as sources send them.
@NullMarked
package syndication.ingest.ninjs;

import org.jspecify.annotations.NullMarked;
