/// What the site remembers, in PostgreSQL.
@NullMarked
package syndication.publish.sitestore;

import org.jspecify.annotations.NullMarked;
