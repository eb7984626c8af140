package syndication.ingest.submission;

/// What is settled about each source.
@FunctionalInterface
public interface SourcePolicies {

  /// @return [SourcePolicy#of] for a source nobody knows
  SourcePolicy policyOf(String sourceId);
}
