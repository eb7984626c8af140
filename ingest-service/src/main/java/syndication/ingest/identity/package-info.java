/// Which article a submission speaks of: keys strong to weak, and a decision in words.
@NullMarked
package syndication.ingest.identity;

import org.jspecify.annotations.NullMarked;
