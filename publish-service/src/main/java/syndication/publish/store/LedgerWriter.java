package syndication.publish.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import syndication.publish.delivery.LedgerEntry;
import syndication.publish.delivery.LedgerEntry.Dropped;
import syndication.publish.delivery.LedgerEntry.Failed;
import syndication.publish.delivery.LedgerEntry.Leased;
import syndication.publish.delivery.LedgerEntry.Parked;
import syndication.publish.delivery.LedgerEntry.Receipted;

/// Writes a group of ledger entries, within the caller's transaction: a fixed number of statements,
/// however many entries.
final class LedgerWriter {

  private final JdbcTemplate jdbc;
  private final Withdrawals withdrawals;
  private final ParkedDeliveries parkedDeliveries;
  private final Attempts attempts;
  private final Receipts receipts;

  LedgerWriter(JdbcTemplate jdbc, Withdrawals withdrawals) {
    this.jdbc = jdbc;
    this.withdrawals = withdrawals;
    this.parkedDeliveries = new ParkedDeliveries(jdbc);
    this.attempts = new Attempts(jdbc);
    this.receipts = new Receipts(jdbc, withdrawals);
  }

  /// @return subscriptions that have something to send by it
  Set<String> write(List<LedgerEntry> entries, Instant now) {
    var group = new Group();
    entries.forEach(it -> group.add(it, now));
    if (!group.receipted.isEmpty()) {
      withdrawals.keepWithdrawalsOut();
    }
    parkedDeliveries.write(List.copyOf(group.parked.values()), now);
    Set<String> toWake = new HashSet<>(end(group, now));
    attempts.write(group.tried);
    if (!group.receipted.isEmpty()) {
      toWake.addAll(receipts.write(group.receipted, now));
    }
    return toWake;
  }

  // What ended goes. What ended and is superseded stays for the log, and a newer version that
  // waited
  // for the end of its attempt goes now.
  private List<String> end(Group group, Instant now) {
    if (group.ended.isEmpty() && group.returned.isEmpty()) {
      return List.of();
    }
    String[] ended = group.ended.toArray(String[]::new);
    String[] returned = group.returned.toArray(String[]::new);
    return jdbc.query(
        """
        with gone as (
          delete from deliveries where delivery_id = any(?::text[]) and state = 'PARKED'),
        released as (
          update deliveries set leased_until = null
          where delivery_id = any(?::text[] || ?::text[]) and state <> 'PARKED'
            and leased_until is not null
          returning article_id, subscription_id)
        update deliveries d set due_at = ?
        from released r
        where d.article_id = r.article_id and d.subscription_id = r.subscription_id
          and d.state = 'PARKED' and d.leased_until is null and d.attempts = 0 and d.due_at > ?
          and not d.delivery_id = any(?::text[])
        returning d.subscription_id
        """,
        (row, _) -> DeliveryRows.text(row, "subscription_id"),
        ended,
        ended,
        returned,
        Timestamp.from(now),
        Timestamp.from(now),
        ended);
  }

  /// What a group of entries comes to.
  private static final class Group {
    private final List<Receipted> receipted = new ArrayList<>();
    private final Map<String, ParkedRow> parked = new LinkedHashMap<>();
    private final List<LedgerEntry> tried = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();

    // Nobody has them on their way any more, and they wait again.
    private final Set<String> returned = new HashSet<>();

    private void add(LedgerEntry entry, Instant now) {
      String id = entry.delivery().id();
      switch (entry) {
        case Receipted it -> {
          receipted.add(it);
          ended.add(id);
          parked.remove(id);
          if (it.attempt().number() > 1) {
            tried.add(it);
          }
        }
        case Dropped _ -> {
          ended.add(id);
          parked.remove(id);
        }
        case Parked it -> {
          parked.put(id, ParkedRow.of(it));
          returned.add(id);
        }
        case Leased it -> parked.put(id, ParkedRow.of(it));
        case Failed it -> {
          parked.put(id, ParkedRow.of(it, now));
          returned.add(id);
          tried.add(it);
        }
      }
    }
  }
}
