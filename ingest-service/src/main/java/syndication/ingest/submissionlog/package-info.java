/// Kafka: where what sources gave us is written down before anybody is told that we have it.
@NullMarked
package syndication.ingest.submissionlog;

import org.jspecify.annotations.NullMarked;
