package syndication.ingest.normalise;

/// Which event is due, by name: the event itself is made from what is stored when it is sent, so
/// that it is the same however often it is sent.
public sealed interface Notice {

  /// Notices of one lane are sent in their order.
  String lane();

  record OfRevision(String articleId, long revision) implements Notice {
    @Override
    public String lane() {
      return articleId;
    }
  }

  record OfWithdrawal(String articleId, long revision) implements Notice {
    @Override
    public String lane() {
      return articleId;
    }
  }

  record OfQuarantine(String quarantineId) implements Notice {
    @Override
    public String lane() {
      return quarantineId;
    }
  }

  record OfErasedRevision(String articleId, long revision) implements Notice {
    @Override
    public String lane() {
      return articleId;
    }
  }

  record OfErasedSubmission(String articleId, String submissionId) implements Notice {
    @Override
    public String lane() {
      return articleId;
    }
  }
}
