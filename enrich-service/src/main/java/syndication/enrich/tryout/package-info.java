/// Enriches files without services: what a source or an editor tries before anything runs.
@NullMarked
package syndication.enrich.tryout;

import org.jspecify.annotations.NullMarked;
