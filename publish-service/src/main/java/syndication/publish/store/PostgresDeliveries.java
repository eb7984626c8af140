package syndication.publish.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle.Version;
import syndication.publish.delivery.Delivery;
import syndication.publish.delivery.DeliveryStore;
import syndication.publish.delivery.EventType;
import syndication.publish.delivery.LedgerEntry;
import syndication.publish.delivery.Receipt;
import syndication.publish.delivery.Withdrawal;
import syndication.publish.delivery.Withdrawn;

/// What the engine remembers, in PostgreSQL.
final class PostgresDeliveries implements DeliveryStore {

  private final Postgres postgres;
  private final Withdrawals withdrawals;
  private final LedgerWriter writer;

  PostgresDeliveries(Postgres postgres) {
    this.postgres = postgres;
    this.withdrawals = new Withdrawals(postgres.jdbc());
    this.writer = new LedgerWriter(postgres.jdbc(), withdrawals);
  }

  @Override
  public Known known(Collection<String> articleIds) {
    String[] ids = articleIds.toArray(String[]::new);
    return postgres.answering(() -> {
      Map<String, Map<String, Receipt>> receipts = new HashMap<>();
      postgres
          .jdbc()
          .query(
              """
              select article_id, subscription_id, revision, enrichment, content_hash, event_type
              from receipts where article_id = any(?)
              """,
              row -> {
                var receipt =
                    new Receipt(
                        DeliveryRows.text(row, "subscription_id"),
                        DeliveryRows.text(row, "article_id"),
                        new Version(row.getLong("revision"), row.getLong("enrichment")),
                        DeliveryRows.text(row, "content_hash"),
                        EventType.of(DeliveryRows.text(row, "event_type")));
                receipts
                    .computeIfAbsent(receipt.articleId(), _ -> new HashMap<>())
                    .put(receipt.subscriptionId(), receipt);
              },
              (Object) ids);
      Map<String, Withdrawn> withdrawn = new HashMap<>();
      postgres
          .jdbc()
          .query(
              """
              select article_id, through_revision, lifted
              from withdrawals where article_id = any(?)
              """,
              row -> {
                String id = DeliveryRows.text(row, "article_id");
                withdrawn.put(
                    id,
                    new Withdrawn(id, row.getLong("through_revision"), row.getBoolean("lifted")));
              },
              (Object) ids);
      return new Known(receipts, withdrawn, waiting(ids));
    });
  }

  @Override
  public Set<String> record(List<LedgerEntry> entries, Instant now) {
    return postgres.inTransaction(() -> writer.write(entries, now));
  }

  @Override
  public List<Delivery> withdraw(Withdrawal withdrawal, Instant now, Instant leaseUntil) {
    return postgres.inTransaction(() -> {
      withdrawals.keepReceiptsOut();
      return withdrawals.carryOut(withdrawal, now, leaseUntil);
    });
  }

  @Override
  public List<Withdrawn> withdrawnSince(Instant time, int max) {
    return postgres.answering(() ->
        postgres
            .jdbc()
            .query(
                """
                select article_id, through_revision, lifted from withdrawals
                where recorded_at >= ? order by recorded_at desc limit ?
                """,
                (row, _) ->
                    new Withdrawn(
                        DeliveryRows.text(row, "article_id"),
                        row.getLong("through_revision"),
                        row.getBoolean("lifted")),
                Timestamp.from(time),
                max));
  }

  @Override
  public void remember(Withdrawn withdrawn) {
    postgres.answering(() ->
        postgres
            .jdbc()
            .update(
                """
                update withdrawals set through_revision = ?, lifted = ?
                where article_id = ? and through_revision <= ?
                """,
                withdrawn.throughRevision(),
                withdrawn.lifted(),
                withdrawn.articleId(),
                withdrawn.throughRevision()));
  }

  @Override
  public List<Delivery> claim(String subscriptionId, int max, Instant now, Instant leaseUntil) {
    return postgres.inTransaction(() -> {
      List<String> ids =
          postgres
              .jdbc()
              .query(
                  """
                  select delivery_id from deliveries
                  where subscription_id = ? and state = 'PARKED' and due_at <= ?
                  order by priority, due_at
                  limit ?
                  for update skip locked
                  """,
                  (row, _) -> DeliveryRows.text(row, "delivery_id"),
                  subscriptionId,
                  Timestamp.from(now),
                  max);
      if (ids.isEmpty()) {
        return List.of();
      }
      String[] claimed = ids.toArray(String[]::new);
      supersedeOutdated(claimed, now);
      return lease(claimed, leaseUntil);
    });
  }

  @Override
  public @Nullable Instant nextDue(String subscriptionId) {
    // One step into the index for each priority, however many are parked.
    return postgres.answering(() ->
        Postgres.instant(
            postgres
                .jdbc()
                .queryForObject(
                    """
                    select min(soonest) from (values (0), (1)) as of(priority),
                      lateral (
                        select due_at as soonest from deliveries
                        where subscription_id = ? and state = 'PARKED'
                          and deliveries.priority = of.priority
                        order by due_at limit 1) one
                    """,
                    Timestamp.class,
                    subscriptionId)));
  }

  @Override
  public Map<String, Backlog> backlogs() {
    return postgres.answering(() -> {
      Map<String, Backlog> backlogs = new LinkedHashMap<>();
      postgres
          .jdbc()
          .query(
              """
              select subscription_id, count(*) as parked, min(due_at) as next_due,
                min(created_at) as oldest
              from deliveries where state = 'PARKED' group by subscription_id
              """,
              row -> {
                backlogs.put(
                    DeliveryRows.text(row, "subscription_id"),
                    new Backlog(
                        row.getLong("parked"),
                        DeliveryRows.instant(row, "next_due"),
                        DeliveryRows.instant(row, "oldest")));
              });
      return backlogs;
    });
  }

  // A superseded one may still be on its way, by another instance.
  private Map<String, Map<String, Version>> waiting(String[] articleIds) {
    Map<String, Map<String, Version>> waiting = new HashMap<>();
    postgres
        .jdbc()
        .query(
            """
            select article_id, subscription_id, revision, enrichment from deliveries
            where article_id = any(?) and event_type <> 'article.withdrawn'
              and (state = 'PARKED' or leased_until > now())
            """,
            row -> {
              waiting
                  .computeIfAbsent(DeliveryRows.text(row, "article_id"), _ -> new HashMap<>())
                  .merge(
                      DeliveryRows.text(row, "subscription_id"),
                      new Version(row.getLong("revision"), row.getLong("enrichment")),
                      BinaryOperator.maxBy(Comparator.naturalOrder()));
            },
            (Object) articleIds);
    return waiting;
  }

  // The partner took a later version meanwhile, or the article was withdrawn.
  private void supersedeOutdated(String[] claimed, Instant now) {
    postgres
        .jdbc()
        .update(
            """
            update deliveries d set state = 'SUPERSEDED', updated_at = ?,
              reason = 'the partner has a later version, or the article was withdrawn'
            where d.delivery_id = any(?) and (
              exists (
                select 1 from receipts r
                where r.article_id = d.article_id and r.subscription_id = d.subscription_id
                  and r.delivery_id <> d.delivery_id
                  and (r.revision > d.revision
                    or r.revision = d.revision and r.enrichment > d.enrichment
                      and d.event_type <> 'article.withdrawn'
                    or r.revision >= d.revision and r.event_type = 'article.withdrawn'
                      and d.event_type <> 'article.withdrawn'))
              or d.event_type <> 'article.withdrawn' and exists (
                select 1 from withdrawals w
                where w.article_id = d.article_id and w.through_revision >= d.revision))
            """,
            Timestamp.from(now),
            claimed);
  }

  private List<Delivery> lease(String[] claimed, Instant leaseUntil) {
    postgres
        .jdbc()
        .update(
            """
            update deliveries set due_at = ?, leased_until = ?
            where delivery_id = any(?) and state = 'PARKED'
            """,
            Timestamp.from(leaseUntil),
            Timestamp.from(leaseUntil),
            claimed);
    return DeliveryRows.find(
        postgres.jdbc(), "d.delivery_id = any(?) and d.state = 'PARKED'", claimed);
  }
}
