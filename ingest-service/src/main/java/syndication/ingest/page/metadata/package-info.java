/// What a page states about its article: title, byline, dates, addresses.
@NullMarked
package syndication.ingest.page.metadata;

import org.jspecify.annotations.NullMarked;
