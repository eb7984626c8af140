package syndication.ingest.normalise;

import java.util.List;

/// Where events go.
@FunctionalInterface
public interface EventLane {

  /// Sends them in their order, and returns when all are stored for good.
  ///
  /// @throws OutageException when they are not; some may be, and sending all again is harmless
  void publish(List<Event> events);
}
