/// What partners and readers get: one revision of an article with its enrichment.
@NullMarked
package syndication.publish.article;

import org.jspecify.annotations.NullMarked;
