/// Turns chosen runs of text into the blocks of an article's body.
@NullMarked
package syndication.ingest.page.blocks;

import org.jspecify.annotations.NullMarked;
