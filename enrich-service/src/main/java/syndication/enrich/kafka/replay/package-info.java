/// Replay: enriches history again, tells what would change, and then sends what did.
///
/// ```
/// COMPARING ── all compared ──▶ EMITTING ── all sent ──▶ DONE
///     │  ▲                        │  ▲
///  stop│  │resume              stop│  │resume
///     ▼  │                        ▼  │
///    STOPPED                     STOPPED         (a dry run goes from COMPARING to DONE)
/// ```
@NullMarked
package syndication.enrich.kafka.replay;

import org.jspecify.annotations.NullMarked;
