/// Signatures that tell whether two articles carry the same story.
@NullMarked
package syndication.enrich.fingerprint;

import org.jspecify.annotations.NullMarked;
