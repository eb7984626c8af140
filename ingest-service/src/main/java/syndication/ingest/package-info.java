/// The ingest service: turns what sources publish into clean article revisions.
@NullMarked
package syndication.ingest;

import org.jspecify.annotations.NullMarked;
