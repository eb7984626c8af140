package syndication.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What an operator should know of the feeds without asking for each.
final class FeedAlarms {

  /// One failure, or two, may be a restart at the origin.
  private static final int FAILURES_TO_TELL = 3;

  private FeedAlarms() {}

  /// @param sources as ingest-service lists them
  static List<String> of(JsonNode sources) {
    List<String> alarms = new ArrayList<>();
    for (JsonNode source : sources) {
      JsonNode feed = source.path("feed");
      String id = source.path("id").asText();
      String quiet = feed.path("quiet").asText("");
      if (!quiet.isEmpty()) {
        alarms.add("source %s is quiet: %s".formatted(id, quiet));
      }
      boolean gone = feed.path("errorClass").asText("").equals("GONE");
      boolean polled = source.path("state").asText().equals("ACTIVE");
      if (polled && (gone || feed.path("failures").asInt() >= FAILURES_TO_TELL)) {
        alarms.add("source %s: %s".formatted(id, feed.path("says").asText()));
      }
    }
    return alarms;
  }
}
