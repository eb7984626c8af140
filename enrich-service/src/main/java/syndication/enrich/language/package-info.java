/// Says in which language an article is written.
@NullMarked
package syndication.enrich.language;

import org.jspecify.annotations.NullMarked;
