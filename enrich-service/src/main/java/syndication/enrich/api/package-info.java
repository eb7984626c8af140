/// What operators may ask this service by HTTP.
@NullMarked
package syndication.enrich.api;

import org.jspecify.annotations.NullMarked;
