/// Kafka: submissions come in, revisions, withdrawals and quarantined bytes go out.
@NullMarked
package syndication.ingest.kafka;

import org.jspecify.annotations.NullMarked;
