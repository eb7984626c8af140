package syndication.ingest.feed;

/// Something a source should know about its feed.
///
/// @param severity how much it matters
/// @param rule id of the rule, such as `feed.no-guid`
/// @param what is the matter, in words
/// @param where which part or entry of the feed
/// @param advice what to do about it
public record Finding(Severity severity, String rule, String what, String where, String advice) {

  /// How much a finding matters.
  public enum Severity {
    /// Articles are lost, doubled or wrong.
    ERROR,
    /// Articles come out worse than they could.
    WARNING,
    /// Good to know.
    NOTE
  }
}
