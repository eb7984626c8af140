/// Asks other programs by HTTP, within bounds of time and size.
@NullMarked
package syndication.enrich.http;

import org.jspecify.annotations.NullMarked;
