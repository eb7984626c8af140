/// What partners read: IPTC ninjs 3.1 documents.
@NullMarked
package syndication.publish.ninjs;

import org.jspecify.annotations.NullMarked;
