/// The `./syndicate` command.
@NullMarked
package syndication.cli;

import org.jspecify.annotations.NullMarked;
