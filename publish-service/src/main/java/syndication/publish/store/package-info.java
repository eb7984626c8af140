/// What the delivery engine remembers, in PostgreSQL.
@NullMarked
package syndication.publish.store;

import org.jspecify.annotations.NullMarked;
