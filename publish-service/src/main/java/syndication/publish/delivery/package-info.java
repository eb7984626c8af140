/// How one revision gets to one subscription: what is sent, in which order, when again, and when
/// not.
@NullMarked
package syndication.publish.delivery;

import org.jspecify.annotations.NullMarked;
