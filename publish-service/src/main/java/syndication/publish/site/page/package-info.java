/// Turns what the site shows into HTML, with everything foreign sanitised.
@NullMarked
package syndication.publish.site.page;

import org.jspecify.annotations.NullMarked;
