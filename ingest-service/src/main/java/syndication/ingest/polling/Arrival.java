package syndication.ingest.polling;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Entry;
import syndication.ingest.feed.EntryCodec;
import syndication.ingest.feed.Unreadable;
import syndication.ingest.source.Received;
import syndication.ingest.source.Source;
import syndication.schema.trace.Step;
import syndication.schema.wire.TraceContext;

/// A feed that has arrived, fetched or pushed, and what is the same for all that came in it.
///
/// @param attributes of everything received by it, the id of the fetch among them
record Arrival(Source source, Received.Road road, Map<String, String> attributes, Instant began) {

  static Arrival of(Source source, EntryIntake.Origin origin, String fetchId, Instant began) {
    return new Arrival(
        source,
        origin.road(),
        Map.of(
            Received.FETCH_ID,
            fetchId,
            Received.FEED_ADDRESS,
            origin.address().toString(),
            "feedRegistered",
            origin.feed().toString()),
        began);
  }

  /// @param page the full text, where it was fetched
  Received received(String receiptId, FeedItem item, Optional<FullText.Page> page) {
    Entry entry = item.entry();
    return new Received(
        receiptId,
        source.id(),
        page.isPresent() ? Received.Road.PAGE : road,
        Received.Action.PUBLISH,
        page.map(FullText.Page::contentType).orElse(EntryCodec.MEDIA_TYPE),
        page.map(FullText.Page::body).orElse(item.json()),
        entry.address(),
        blankToNull(entry.id()),
        began,
        FeedItem.statedAt(entry),
        null,
        null,
        attributes,
        context().traceId());
  }

  Received received(String receiptId, Unreadable it) {
    return new Received(
        receiptId,
        source.id(),
        road,
        Received.Action.PUBLISH,
        "text/plain; charset=utf-8",
        it.snippet().getBytes(StandardCharsets.UTF_8),
        null,
        null,
        began,
        null,
        null,
        null,
        attributes,
        context().traceId());
  }

  /// The fetch, under which the entries it brought stand in the trace.
  Step step(Duration took) {
    return new Step(
        "poll",
        Step.Kind.CLIENT,
        context(),
        null,
        began,
        took,
        Map.of(
            "sourceId",
            source.id().value(),
            Received.FEED_ADDRESS,
            attributes.getOrDefault(Received.FEED_ADDRESS, "")),
        null);
  }

  private TraceContext context() {
    String fetchId = attributes.getOrDefault(Received.FETCH_ID, "");
    return TraceContext.of(fetchId, fetchId);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
