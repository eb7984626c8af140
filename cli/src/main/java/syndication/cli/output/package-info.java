/// What people and programs get to read.
@NullMarked
package syndication.cli.output;

import org.jspecify.annotations.NullMarked;
