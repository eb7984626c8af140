/// What the site shows: lists, cards, addresses. Decisions only, no technology.
@NullMarked
package syndication.publish.site;

import org.jspecify.annotations.NullMarked;
