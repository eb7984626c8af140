/// What an article is made of, whichever way it reached us: the words that parsing, cleaning,
/// identity and revisions share.
@NullMarked
package syndication.ingest.article;

import org.jspecify.annotations.NullMarked;
