/// The story that `./syndicate demo` tells: an origin and a partner on this machine, and everything
/// in between for real.
@NullMarked
package syndication.cli.demo;

import org.jspecify.annotations.NullMarked;
