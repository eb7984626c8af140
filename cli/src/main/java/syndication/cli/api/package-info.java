/// The services' operator APIs, as a client sees them.
@NullMarked
package syndication.cli.api;

import org.jspecify.annotations.NullMarked;
