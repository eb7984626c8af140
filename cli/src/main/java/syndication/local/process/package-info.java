/// The processes of the local stack: what `./syndicate up` starts, watches and stops.
@NullMarked
package syndication.local.process;

import org.jspecify.annotations.NullMarked;
