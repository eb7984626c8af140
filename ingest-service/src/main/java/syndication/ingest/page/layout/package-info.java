/// A parsed page laid out flat: its boxes and its runs of text in reading order, with what class
/// names hint.
@NullMarked
package syndication.ingest.page.layout;

import org.jspecify.annotations.NullMarked;
