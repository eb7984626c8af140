package syndication.cli.kafka;

import java.util.Map;

/// How full a topic is, and how far behind its readers are.
///
/// @param partitions 0 when the topic is not there
/// @param records written and not yet deleted, as far as offsets tell
/// @param lastMinute records written within the last minute
/// @param lag records not yet read, by consumer group
public record TopicReport(
    String name, int partitions, long records, long lastMinute, Map<String, Long> lag) {

  public TopicReport {
    lag = Map.copyOf(lag);
  }
}
