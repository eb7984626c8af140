/// The stages in their order, and what they make of an article.
@NullMarked
package syndication.enrich.enrichment;

import org.jspecify.annotations.NullMarked;
