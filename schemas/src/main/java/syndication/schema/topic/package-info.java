/// The Kafka topics: names, partitions, retention. The one place that says so.
@NullMarked
package syndication.schema.topic;

import org.jspecify.annotations.NullMarked;
