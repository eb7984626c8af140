/// The steps of an article's way, told to a trace collector.
@NullMarked
package syndication.schema.trace;

import org.jspecify.annotations.NullMarked;
