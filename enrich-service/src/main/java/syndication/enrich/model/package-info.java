/// Summaries by a language model: what it is asked, when it may be asked, and why its text is not
/// trusted before it was checked against the article.
@NullMarked
package syndication.enrich.model;

import org.jspecify.annotations.NullMarked;
