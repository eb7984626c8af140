/// Reads the files in which operators and editors say what they know about names.
@NullMarked
package syndication.enrich.curation;

import org.jspecify.annotations.NullMarked;
