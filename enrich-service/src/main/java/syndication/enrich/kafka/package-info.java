/// The Kafka edge: revised articles in, enriched articles out.
@NullMarked
package syndication.enrich.kafka;

import org.jspecify.annotations.NullMarked;
