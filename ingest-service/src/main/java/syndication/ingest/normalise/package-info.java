/// The way from submissions to revisions: read, identify, decide, record, emit.
@NullMarked
package syndication.ingest.normalise;

import org.jspecify.annotations.NullMarked;
