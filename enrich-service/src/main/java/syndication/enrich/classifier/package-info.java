/// Topics learned from an operator's own articles.
@NullMarked
package syndication.enrich.classifier;

import org.jspecify.annotations.NullMarked;
