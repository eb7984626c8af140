/// What a submission makes of an article: a revision, nothing, or a hold.
@NullMarked
package syndication.ingest.revision;

import org.jspecify.annotations.NullMarked;
