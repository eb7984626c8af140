/// Cuts text into sentences and words.
@NullMarked
package syndication.enrich.segment;

import org.jspecify.annotations.NullMarked;
