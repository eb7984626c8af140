/// PostgreSQL: what the normaliser remembers.
@NullMarked
package syndication.ingest.store;

import org.jspecify.annotations.NullMarked;
