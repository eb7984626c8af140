/// Keeps what a reader came for: no captions, promos, bylines, stamps and menu words.
@NullMarked
package syndication.enrich.reading;

import org.jspecify.annotations.NullMarked;
