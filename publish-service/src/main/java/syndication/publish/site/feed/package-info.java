/// Turns what the site shows into RSS, Atom, JSON Feed and sitemaps.
@NullMarked
package syndication.publish.site.feed;

import org.jspecify.annotations.NullMarked;
