/// What `./syndicate try` runs: the service's own readers on files, offline.
@NullMarked
package syndication.ingest.tryout;

import org.jspecify.annotations.NullMarked;
