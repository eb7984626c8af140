/// PostgreSQL: sources, the hashes of their keys, and what polling remembers.
@NullMarked
package syndication.ingest.sourcestore;

import org.jspecify.annotations.NullMarked;
