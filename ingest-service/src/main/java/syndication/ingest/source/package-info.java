/// Who publishes to us, how they prove it, and the ports through which what they publish goes on.
@NullMarked
package syndication.ingest.source;

import org.jspecify.annotations.NullMarked;
