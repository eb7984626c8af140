/// How delivery does, in numbers.
@NullMarked
package syndication.publish.metrics;

import org.jspecify.annotations.NullMarked;
