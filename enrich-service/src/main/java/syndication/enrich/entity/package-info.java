/// Finds the people, organisations, places and events an article is about.
@NullMarked
package syndication.enrich.entity;

import org.jspecify.annotations.NullMarked;
