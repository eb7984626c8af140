package syndication.ingest.normalise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import syndication.ingest.identity.IdentityKey;
import syndication.ingest.identity.ItemIdRecord;
import syndication.ingest.identity.KnownArticle;
import syndication.ingest.nearduplicate.NearDuplicatePolicy;
import syndication.ingest.nearduplicate.Sketch;
import syndication.ingest.revision.ArticleState;
import syndication.ingest.revision.Revision;
import syndication.ingest.revision.Standing;
import syndication.ingest.submission.Submission;

/// A ledger in memory, for tests: obeys the same contract as the one in PostgreSQL.
public final class InMemoryLedger implements Ledger {

  private Content content = new Content();

  @Override
  public void inTransaction(Consumer<Work> work) {
    Content before = content.copy();
    try {
      work.accept(content);
    } catch (RuntimeException e) {
      content = before;
      throw e;
    }
  }

  @Override
  public List<Outgoing> unconfirmed(Collection<String> lanes) {
    return content.outbox.entrySet().stream()
        .filter(it -> lanes.contains(it.getValue().notice().lane()))
        .flatMap(it ->
            content.event(it.getValue().notice()).stream()
                .map(event -> new Outgoing(it.getKey(), event)))
        .toList();
  }

  @Override
  public List<String> lanesWaitingSince(Instant before, int limit) {
    return content.outbox.values().stream()
        .filter(it -> it.at().isBefore(before))
        .map(it -> it.notice().lane())
        .distinct()
        .limit(limit)
        .toList();
  }

  @Override
  public void confirm(Collection<Long> positions) {
    positions.forEach(content.outbox::remove);
  }

  Map<Outcome, Long> counts(String sourceId) {
    return content.counts.getOrDefault(sourceId, Map.of());
  }

  Outcome outcome(String receiptId) {
    return content.outcomeOf(receiptId);
  }

  @Nullable Decided decided(String receiptId) {
    return Objects.requireNonNull(content.submissions.get(receiptId)).decided();
  }

  /// Every text that is stored, for looking whether something is still in it.
  String everything() {
    return content.toString();
  }

  private record Waiting(Notice notice, Instant at) {}

  private record Taken(Submission submission, Outcome outcome, @Nullable Decided decided) {}

  private record Signed(String articleId, String sourceId, String clusterId, Sketch sketch) {}

  private static final class Content implements Work {
    private final Map<String, ArticleState> articles = new LinkedHashMap<>();
    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Map<String, List<IdentityKey>> keys = new HashMap<>();
    private final Map<String, ItemIdRecord> itemIds = new HashMap<>();
    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final Map<String, Signed> sketches = new TreeMap<>();
    private final Map<String, Quarantined> quarantine = new LinkedHashMap<>();
    private final Map<String, Taken> submissions = new LinkedHashMap<>();
    private final Map<String, Map<Outcome, Long>> counts = new TreeMap<>();
    private final Map<Long, Waiting> outbox = new TreeMap<>();
    private long position;

    Content copy() {
      var it = new Content();
      it.articles.putAll(articles);
      it.sightings.putAll(sightings);
      keys.forEach((id, all) -> it.keys.put(id, new ArrayList<>(all)));
      it.itemIds.putAll(itemIds);
      it.revisions.putAll(revisions);
      it.sketches.putAll(sketches);
      it.quarantine.putAll(quarantine);
      it.submissions.putAll(submissions);
      counts.forEach((id, all) -> it.counts.put(id, new EnumMap<>(all)));
      it.outbox.putAll(outbox);
      it.position = position;
      return it;
    }

    Optional<? extends Event> event(Notice notice) {
      return switch (notice) {
        case Notice.OfRevision it ->
            stored(it.articleId(), it.revision())
                .map(r -> new Event.Revised(r, names(it.articleId()), List.of()));
        case Notice.OfWithdrawal it ->
            stored(it.articleId(), it.revision())
                .map(r -> new Event.Withdrawn(r, names(it.articleId())));
        case Notice.OfQuarantine it ->
            Optional.ofNullable(quarantine.get(it.quarantineId()))
                .map(Event.SubmissionQuarantined::new);
        case Notice.OfErasedRevision it ->
            Optional.of(new Event.RevisionErased(it.articleId(), it.revision()));
        case Notice.OfErasedSubmission it ->
            Optional.of(new Event.SubmissionErased(it.submissionId()));
      };
    }

    private Optional<Revision> stored(String articleId, long revision) {
      return Optional.ofNullable(revisions.get(articleId + "#" + revision));
    }

    private List<String> names(String articleId) {
      return keys.getOrDefault(articleId, List.of()).stream()
          .filter(it -> it.kind() == IdentityKey.Kind.ADDRESS && !it.shown().isEmpty())
          .map(IdentityKey::shown)
          .toList();
    }

    @Override
    public void receive(Collection<Submission> all, Instant now) {
      for (Submission it : all) {
        if (submissions.putIfAbsent(it.receiptId(), new Taken(it, Outcome.ACCEPTED, null))
            == null) {
          count(it.sourceId(), Outcome.ACCEPTED, 1);
        }
      }
    }

    @Override
    public Outcome outcomeOf(String receiptId) {
      Taken it = submissions.get(receiptId);
      if (it == null) {
        throw new IllegalStateException("receipt " + receiptId + " was not received");
      }
      return it.outcome();
    }

    @Override
    public Optional<String> articleOf(String receiptId) {
      return Optional.ofNullable(submissions.get(receiptId))
          .map(Taken::decided)
          .map(Decided::articleId);
    }

    @Override
    public void begin(Reach reach) {}

    @Override
    public List<KnownArticle> known(Collection<IdentityKey> names) {
      return keys.entrySet().stream()
          .filter(it -> it.getValue().stream().anyMatch(k -> agrees(names, k)))
          .map(it -> known(it.getKey(), it.getValue()))
          .sorted(Comparator.comparing(KnownArticle::seenAt).reversed())
          .toList();
    }

    private static boolean agrees(Collection<IdentityKey> names, IdentityKey key) {
      return names.stream().anyMatch(it -> it.value().equals(key.value()));
    }

    private KnownArticle known(String articleId, List<IdentityKey> names) {
      Sighting seen = Objects.requireNonNull(sightings.get(articleId));
      return new KnownArticle(
          articleId,
          Objects.requireNonNull(articles.get(articleId)).sourceId(),
          seen.itemId(),
          seen.fetch(),
          seen.title(),
          seen.contentHash(),
          seen.signature(),
          seen.seenAt(),
          names);
    }

    @Override
    public boolean exists(String articleId) {
      return articles.containsKey(articleId);
    }

    @Override
    public boolean usable(String articleId) {
      return article(articleId).filter(it -> it.standing() == Standing.USABLE).isPresent();
    }

    @Override
    public Optional<ArticleState> article(String articleId) {
      return Optional.ofNullable(articles.get(articleId));
    }

    @Override
    public void save(ArticleState state, @Nullable Sighting sighting) {
      articles.put(state.articleId(), state);
      if (sighting != null) {
        sightings.put(state.articleId(), sighting);
      }
    }

    @Override
    public void addKeys(String articleId, Collection<IdentityKey> names, Instant now) {
      List<IdentityKey> all = keys.computeIfAbsent(articleId, _ -> new ArrayList<>());
      names.stream()
          .filter(it -> all.stream().noneMatch(k -> k.value().equals(it.value())))
          .forEach(all::add);
    }

    @Override
    public ItemIdRecord itemIds(String sourceId) {
      return itemIds.getOrDefault(sourceId, ItemIdRecord.EMPTY);
    }

    @Override
    public void observe(String sourceId, ItemIdRecord observed) {
      itemIds.merge(sourceId, observed, ItemIdRecord::plus);
    }

    @Override
    public void addRevision(Revision it, List<String> diff, List<String> identity) {
      if (revisions.putIfAbsent(it.key(), it) != null) {
        throw new IllegalStateException("revision " + it.key() + " is there already");
      }
    }

    @Override
    public boolean hadContent(String articleId, String contentHash) {
      return revisions.values().stream()
          .anyMatch(it -> it.articleId().equals(articleId) && it.contentHash().equals(contentHash));
    }

    @Override
    public List<NearDuplicatePolicy.Member> similar(String sourceId, Sketch sketch) {
      return sketches.values().stream()
          .filter(it -> !it.sourceId().equals(sourceId) && it.sketch().sharesKey(sketch))
          .map(it -> new NearDuplicatePolicy.Member(it.articleId(), it.clusterId(), it.sketch()))
          .toList();
    }

    @Override
    public void addSketch(
        String articleId, String sourceId, String clusterId, Sketch sketch, Instant now) {
      sketches.put(articleId, new Signed(articleId, sourceId, clusterId, sketch));
    }

    @Override
    public void removeSketch(String articleId) {
      sketches.remove(articleId);
    }

    @Override
    public void quarantine(Quarantined it) {
      quarantine.putIfAbsent(it.quarantineId(), it);
    }

    @Override
    public void decide(Decided it, Instant now) {
      Taken before = Objects.requireNonNull(submissions.get(it.receiptId()));
      String sourceId = before.submission().sourceId();
      if (before.outcome() == Outcome.ACCEPTED || before.outcome() == Outcome.HELD) {
        submissions.put(it.receiptId(), new Taken(before.submission(), it.outcome(), it));
        if (before.outcome() == Outcome.HELD) {
          count(sourceId, Outcome.HELD, -1);
        }
        count(sourceId, it.outcome(), 1);
      }
    }

    private void count(String sourceId, Outcome outcome, long by) {
      counts
          .computeIfAbsent(sourceId, _ -> new EnumMap<>(Outcome.class))
          .merge(outcome, by, Long::sum);
    }

    @Override
    public void notify(Notice notice, Instant now) {
      outbox.put(++position, new Waiting(notice, now));
    }

    @Override
    public List<String> submissionsOf(String articleId) {
      return submissions.values().stream()
          .filter(it -> it.decided() != null && articleId.equals(it.decided().articleId()))
          .map(it -> it.submission().submissionId())
          .distinct()
          .sorted()
          .toList();
    }

    @Override
    public void erase(String articleId, Collection<String> submissionIds) {
      ArticleState state = Objects.requireNonNull(articles.get(articleId));
      sightings.computeIfPresent(
          articleId,
          (_, it) ->
              new Sighting(it.itemId(), it.fetch(), null, it.contentHash(), null, it.seenAt()));
      keys.computeIfPresent(
          articleId,
          (_, all) ->
              all.stream()
                  .map(it -> new IdentityKey(it.kind(), it.value(), ""))
                  .collect(Collectors.toCollection(ArrayList::new)));
      revisions.replaceAll((_, it) ->
          it.articleId().equals(articleId) && it.number() < state.revision() ? it.erased() : it);
      outbox
          .values()
          .removeIf(it ->
              (it.notice() instanceof Notice.OfRevision r
                      && r.articleId().equals(articleId)
                      && r.revision() < state.revision())
                  || (it.notice() instanceof Notice.OfWithdrawal w
                      && w.articleId().equals(articleId)
                      && w.revision() < state.revision()));
      quarantine.values().removeIf(it -> submissionIds.contains(it.submission().submissionId()));
    }

    @Override
    public List<ArticleState> due(Instant now, int limit) {
      return articles.values().stream()
          .filter(it -> {
            Instant due = it.due();
            return due != null && !due.isAfter(now);
          })
          .limit(limit)
          .toList();
    }

    @Override
    public int forgetBefore(Instant before, int limit) {
      return 0;
    }

    @Override
    public String toString() {
      return articles + "\n" + sightings + "\n" + keys + "\n" + revisions + "\n" + quarantine;
    }
  }
}
