package syndication.ingest.normalise;

/// An event that Kafka has not confirmed yet.
///
/// @param position its place in the order of all
public record Outgoing(long position, Event event) {}
