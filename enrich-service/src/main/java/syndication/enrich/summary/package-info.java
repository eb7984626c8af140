/// Makes the short text from whole sentences of the article.
@NullMarked
package syndication.enrich.summary;

import org.jspecify.annotations.NullMarked;
