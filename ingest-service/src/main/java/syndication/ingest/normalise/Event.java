package syndication.ingest.normalise;

import java.util.List;
import syndication.ingest.revision.Revision;

/// Something that other services have to be told.
public sealed interface Event {

  /// @param aliases every address the article is known by
  /// @param itemIds the source's ids of it
  record Revised(Revision revision, List<String> aliases, List<String> itemIds) implements Event {
    public Revised {
      aliases = List.copyOf(aliases);
      itemIds = List.copyOf(itemIds);
    }
  }

  /// @param aliases every address the article is known by
  record Withdrawn(Revision revision, List<String> aliases) implements Event {
    public Withdrawn {
      aliases = List.copyOf(aliases);
    }
  }

  record SubmissionQuarantined(Quarantined quarantined) implements Event {}

  /// The stored text of a revision has to go.
  record RevisionErased(String articleId, long revision) implements Event {}

  /// The stored bytes of a submission have to go.
  record SubmissionErased(String submissionId) implements Event {}
}
