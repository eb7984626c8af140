/// WebSub, the subscriber's side: which hub a feed names, what becomes of a subscription, and
/// whether what is pushed is the hub's word. Pure; the edges ask the hubs and keep the rows.
@NullMarked
package syndication.ingest.websub;

import org.jspecify.annotations.NullMarked;
