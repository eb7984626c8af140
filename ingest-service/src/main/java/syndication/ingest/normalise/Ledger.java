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
import syndication.ingest.nearduplicate.Sketch;
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

    /// Nobody else decides about these submissions, or about articles of these names, until the
    /// work is done.
    void begin(Reach reach);

    /// Counts submissions as received, each once by its receiptId.
    void receive(Collection<Submission> submissions, Instant now);

    /// What a received submission came to; ACCEPTED means not decided yet.
    Outcome outcomeOf(String receiptId);

    /// The article a decided submission is part of, if any.
    Optional<String> articleOf(String receiptId);

    /// The newest articles that are known by at least one of the keys.
    List<KnownArticle> known(Collection<IdentityKey> keys);

    boolean exists(String articleId);

    /// Whether readers can have it now.
    boolean usable(String articleId);

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

    /// The articles of other sources that resemble it most, among them all that share much of it.
    List<NearDuplicatePolicy.Member> similar(String sourceId, Sketch sketch);

    void addSketch(String articleId, String sourceId, String clusterId, Sketch sketch, Instant now);

    /// It is no near-duplicate of anything any more.
    void removeSketch(String articleId);

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
