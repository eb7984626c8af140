/// HTTP: what sources and operators call.
@NullMarked
package syndication.ingest.http;

import org.jspecify.annotations.NullMarked;
