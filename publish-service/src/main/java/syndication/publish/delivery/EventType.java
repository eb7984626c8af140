package syndication.publish.delivery;

/// What a delivery tells a partner.
public enum EventType {
  /// The partner sees the article for the first time.
  PUBLISHED("article.published"),
  UPDATED("article.updated"),
  /// Take it down.
  WITHDRAWN("article.withdrawn"),
  /// An operator or the partner tries the endpoint.
  TEST("endpoint.test");

  private final String wireName;

  EventType(String wireName) {
    this.wireName = wireName;
  }

  /// The payload's `type`.
  public String wireName() {
    return wireName;
  }

  /// @throws IllegalArgumentException when there is none of this name
  public static EventType of(String wireName) {
    for (EventType it : values()) {
      if (it.wireName.equals(wireName)) {
        return it;
      }
    }
    throw new IllegalArgumentException("type: " + wireName + " (expected: an event type)");
  }
}
