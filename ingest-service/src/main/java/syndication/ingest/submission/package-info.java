/// What a source handed in, and the ports through which it is read and its source is known.
@NullMarked
package syndication.ingest.submission;

import org.jspecify.annotations.NullMarked;
