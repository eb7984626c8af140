/// Which network addresses we send to, and which never.
@NullMarked
package syndication.publish.address;

import org.jspecify.annotations.NullMarked;
