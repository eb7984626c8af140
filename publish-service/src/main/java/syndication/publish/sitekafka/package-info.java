/// What the site hears from Kafka: enriched articles, and withdrawals in a lane of their own.
@NullMarked
package syndication.publish.sitekafka;

import org.jspecify.annotations.NullMarked;
