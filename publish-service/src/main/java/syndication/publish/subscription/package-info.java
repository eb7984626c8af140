/// What a partner wants, and where to.
@NullMarked
package syndication.publish.subscription;

import org.jspecify.annotations.NullMarked;
