/// Sending again, because an operator says so.
@NullMarked
package syndication.publish.replay;

import org.jspecify.annotations.NullMarked;
