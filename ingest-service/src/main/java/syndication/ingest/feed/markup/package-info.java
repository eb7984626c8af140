/// Makes the HTML that feeds carry harmless, piece by piece, without changing its structure.
@NullMarked
package syndication.ingest.feed.markup;

import org.jspecify.annotations.NullMarked;
