/// Reads feeds of every kind, also broken ones: bytes in, entries out, and for what cannot be read
/// the place and the reason.
@NullMarked
package syndication.ingest.feed;

import org.jspecify.annotations.NullMarked;
