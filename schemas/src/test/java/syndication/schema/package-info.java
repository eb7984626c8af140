@NullMarked
package syndication.schema;

import org.jspecify.annotations.NullMarked;
