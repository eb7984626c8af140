/// Reads plain page text as an article, and holds the cleaning rules that text and pages share.
@NullMarked
package syndication.ingest.text;

import org.jspecify.annotations.NullMarked;
