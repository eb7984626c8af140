/// Finds the article's text in a page: strategies that differ in kind, and the agreement between
/// them.
@NullMarked
package syndication.ingest.page.extraction;

import org.jspecify.annotations.NullMarked;
