/// What the stages are given: an article as far as enrichment needs it.
@NullMarked
package syndication.enrich.article;

import org.jspecify.annotations.NullMarked;
