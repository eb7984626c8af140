package syndication.publish.delivery;

/// Where an article lies in the topic it came by, so that it can be read again.
public record LogPosition(int partition, long offset) {}
