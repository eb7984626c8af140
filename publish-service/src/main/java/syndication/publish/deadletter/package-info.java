/// What no listener of this service can take.
@NullMarked
package syndication.publish.deadletter;

import org.jspecify.annotations.NullMarked;
