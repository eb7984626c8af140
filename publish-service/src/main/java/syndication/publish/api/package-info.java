/// What operators call.
@NullMarked
package syndication.publish.api;

import org.jspecify.annotations.NullMarked;
