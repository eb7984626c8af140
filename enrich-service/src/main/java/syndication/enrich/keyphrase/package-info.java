/// Finds the phrases that are typical of an article.
@NullMarked
package syndication.enrich.keyphrase;

import org.jspecify.annotations.NullMarked;
