/// HTTP to the origins: asking feeds and pages, one poller a feed however many instances run.
@NullMarked
package syndication.ingest.polling;

import org.jspecify.annotations.NullMarked;
