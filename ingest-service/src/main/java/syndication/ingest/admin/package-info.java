/// What operators and sources may ask about submissions and articles.
@NullMarked
package syndication.ingest.admin;

import org.jspecify.annotations.NullMarked;
