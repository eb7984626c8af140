/// WebSub: origins that tell us when a feed changed.
@NullMarked
package syndication.ingest.websub;

import org.jspecify.annotations.NullMarked;
