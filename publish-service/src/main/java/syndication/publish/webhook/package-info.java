/// Partners' endpoints over HTTP.
@NullMarked
package syndication.publish.webhook;

import org.jspecify.annotations.NullMarked;
