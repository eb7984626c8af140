/// How the service starts: what it waits for, in which roles it runs, and what its health says.
@NullMarked
package syndication.publish.startup;

import org.jspecify.annotations.NullMarked;
