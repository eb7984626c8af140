/// A broker and a PostgreSQL for tests that are meant to run on either kind.
@NullMarked
package syndication.local.test;

import org.jspecify.annotations.NullMarked;
