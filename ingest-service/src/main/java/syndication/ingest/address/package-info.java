/// Which addresses of the network we may call for strangers.
@NullMarked
package syndication.ingest.address;

import org.jspecify.annotations.NullMarked;
