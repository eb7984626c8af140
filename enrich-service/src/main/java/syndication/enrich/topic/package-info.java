/// Assigns IPTC Media Topics.
@NullMarked
package syndication.enrich.topic;

import org.jspecify.annotations.NullMarked;
