/// Articles that say nearly the same: sketches of texts that can be compared and looked up.
@NullMarked
package syndication.ingest.nearduplicate;

import org.jspecify.annotations.NullMarked;
