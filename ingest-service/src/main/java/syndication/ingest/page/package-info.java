/// Reads the bytes of a web page, and the HTML fragments that feeds carry, as articles.
@NullMarked
package syndication.ingest.page;

import org.jspecify.annotations.NullMarked;
