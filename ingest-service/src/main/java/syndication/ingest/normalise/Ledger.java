package syndication.ingest.normalise;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.identity.ItemIdRecord;
import syndication.ingest.identity.KnownArticle;
import syndication.ingest.nearduplicate.NearDuplicatePolicy;
import syndication.ingest.nearduplicate.Signature;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Revision;
import syndication.ingest.submission.Submission;

/// What the normaliser remembers, changed only as a whole: all of one piece of work, or nothing.
public interface Ledger {

  /// @throws OutageException when the work could not be kept; it may be done again
  void inTransaction(Consumer<Work> work);

  /// The events of these lanes that Kafka has not confirmed, in order.
  List<Outgoing> unconfirmed(Collection<String> lanes);

  /// Lanes with events that wait since before `before`: their sender died.
  List<String> lanesWaitingSince(Instant before, int limit);

  /// Kafka has them.
  void confirm(Collection<Long> positions);

  /// One piece of work.
  interface Work {

    /// Counts submissions as received, each once by its receiptId.
    void receive(Collection<Submission> submissions, Instant now);

    /// What a received submission came to; `null` outcome text never: ACCEPTED means not yet.
    Outcome outcomeOf(String receiptId);

    /// The article a decided submission is part of, if any.
    Optional<String> articleOf(String receiptId);

    /// Nobody else decides about articles of these names until the work is done.
    void lock(Collection<IdentityKey> keys);

    /// The newest articles that are known by at least one of the keys.
    List<KnownArticle> known(Collection<IdentityKey> keys);

    boolean exists(String articleId);

    /// Locks the article until the work is done.
    Optional<ArticleState> article(String articleId);

    /// @param sighting `null` leaves it as it is
    void save(ArticleState state, @Nullable Sighting sighting);

    void addKeys(String articleId, Collection<IdentityKey> keys, Instant now);

    ItemIdRecord itemIds(String sourceId);

    void observe(String sourceId, ItemIdRecord observed);

    void addRevision(Revision revision, List<String> diff, List<String> identity);

    /// Whether a revision before the current one had this content.
    boolean hadContent(String articleId, String contentHash);

    /// Articles of other sources that share a lookup key.
    List<NearDuplicatePolicy.Member> similar(String sourceId, Signature signature, int limit);

    void addSignature(
        String articleId, String sourceId, String clusterId, Signature signature, Instant now);

    void quarantine(Quarantined quarantined);

    /// Enters what a submission came to: from ACCEPTED, or from HELD. Anything else stays.
    void decide(Decided decided, Instant now);

    void notify(Notice notice, Instant now);

    /// The submissions that this article came by.
    List<String> submissionsOf(String articleId);

    /// Erases every stored text of the article; events of it that wait are withdrawn too.
    void erase(String articleId, Collection<String> submissionIds);

    /// Articles whose time has come and nobody else works on, locked.
    List<ArticleState> due(Instant now, int limit);

    /// Forgets decided submissions from before, and old revisions' texts.
    int forgetBefore(Instant before, int limit);
  }
}
