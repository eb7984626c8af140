/// What readers, feed readers and pulling partners ask for over HTTP.
@NullMarked
package syndication.publish.sitehttp;

import org.jspecify.annotations.NullMarked;
