/// What the publish service reads from and writes to Kafka.
@NullMarked
package syndication.publish.kafka;

import org.jspecify.annotations.NullMarked;
