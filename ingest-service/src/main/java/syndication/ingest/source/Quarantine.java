package syndication.ingest.source;

import org.jspecify.annotations.Nullable;

/// Where what could not be read is kept with its bytes.
@FunctionalInterface
public interface Quarantine {

  /// Counts it as received and as quarantined, and returns when it is safe.
  ///
  /// @param rule id of the rule that refused it, such as `feed.entry.unreadable`
  /// @param reason for the source and the operator, in words
  /// @param position where in the bytes, or `null`
  void keep(Received received, String rule, String reason, @Nullable String position);
}
