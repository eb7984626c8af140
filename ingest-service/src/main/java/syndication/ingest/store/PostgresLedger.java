package syndication.ingest.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import syndication.ingest.normalise.Ledger;
import syndication.ingest.normalise.OutageException;
import syndication.ingest.normalise.Outgoing;

/// The ledger in PostgreSQL.
public final class PostgresLedger implements Ledger {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final SketchTable sketches;
  private final StoredJson json = new StoredJson();

  /// @param sketchesMax articles, the newest, among which near-duplicates are looked for
  public PostgresLedger(JdbcClient jdbc, TransactionOperations transactions, int sketchesMax) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.sketches = new SketchTable(jdbc, sketchesMax);
  }

  @Override
  public void inTransaction(Consumer<Work> work) {
    translated(() -> {
      sketches.follow();
      var it = new PostgresWork(jdbc, json, sketches);
      transactions.executeWithoutResult(_ -> {
        work.accept(it);
        it.finish();
      });
      it.committed();
    });
  }

  @Override
  public List<Outgoing> unconfirmed(Collection<String> lanes) {
    return translated(() -> new Outbox(jdbc, json).unconfirmed(lanes));
  }

  @Override
  public List<String> lanesWaitingSince(Instant before, int limit) {
    return translated(() ->
        jdbc.sql(
                """
                select lane from outbox where created_at < :before
                group by lane order by min(position) limit :limit
                """)
            .param("before", Timestamp.from(before))
            .param("limit", limit)
            .query(String.class)
            .list());
  }

  @Override
  public void confirm(Collection<Long> positions) {
    // What a crash forgets is sent again, which is harmless: it need not wait for the disk.
    translated(() ->
        jdbc.sql(
                """
                delete from outbox where position = any(:positions)
                  and (select set_config('synchronous_commit', 'off', true)) = 'off'
                """)
            .param("positions", positions.toArray(Long[]::new))
            .update());
  }

  private static void translated(Runnable work) {
    translated(() -> {
      work.run();
      return true;
    });
  }

  // What PostgreSQL refuses for the sake of the data will be refused again: that is the caller's.
  // Everything else may pass.
  private static <T> T translated(java.util.function.Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessResourceFailureException e) {
      throw new OutageException("the database does not answer", e);
    } catch (NonTransientDataAccessException e) {
      throw e;
    } catch (DataAccessException | TransactionException e) {
      throw new OutageException("the database could not keep this: " + e.getMessage(), e);
    }
  }
}
