package syndication.ingest.submission;

/// Reads submissions of which the poller already knows that they cannot be read: says what it
/// found.
public final class KnownUnreadable implements SubmissionReader {

  /// Marks such a submission.
  public static final String MEDIA_TYPE = "application/vnd.syndicate.unreadable";

  /// Attribute: id of the rule that refused it.
  public static final String RULE = "unreadableRule";

  /// Attribute: why, in words.
  public static final String REASON = "unreadableReason";

  /// Attribute: where in the document it came from; absent when the whole is at fault.
  public static final String POSITION = "unreadablePosition";

  @Override
  public Reading read(Submission submission) {
    var attributes = submission.attributes();
    return new Reading.Unreadable(
        attributes.getOrDefault(RULE, "submission.unreadable"),
        attributes.getOrDefault(REASON, "nobody said why"),
        attributes.get(POSITION));
  }
}
