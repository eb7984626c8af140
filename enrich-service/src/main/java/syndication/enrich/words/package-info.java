/// Word lists, and the ports to stop words and stemmers of other makers.
@NullMarked
package syndication.enrich.words;

import org.jspecify.annotations.NullMarked;
