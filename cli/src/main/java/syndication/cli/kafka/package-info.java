/// The topics, as an operator sees them.
@NullMarked
package syndication.cli.kafka;

import org.jspecify.annotations.NullMarked;
