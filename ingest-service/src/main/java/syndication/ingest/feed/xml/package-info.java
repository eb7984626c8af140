/// An XML reader that goes on where others stop, knows no external entities, and says what it found
/// wrong.
@NullMarked
package syndication.ingest.feed.xml;

import org.jspecify.annotations.NullMarked;
