/// Engines of other makers that find names, in front of our own rules.
@NullMarked
package syndication.enrich.engine;

import org.jspecify.annotations.NullMarked;
