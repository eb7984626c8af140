package syndication.ingest.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import syndication.ingest.normalise.Event;
import syndication.ingest.normalise.Ledger;
import syndication.ingest.normalise.OutageException;
import syndication.ingest.normalise.Outgoing;

/// The ledger in PostgreSQL.
public final class PostgresLedger implements Ledger {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final StoredJson json = new StoredJson();

  public PostgresLedger(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public void inTransaction(Consumer<Work> work) {
    translated(() ->
        transactions.executeWithoutResult(_ -> {
          var it = new PostgresWork(jdbc, json);
          work.accept(it);
          it.finish();
        }));
  }

  @Override
  public List<Outgoing> unconfirmed(Collection<String> lanes) {
    return translated(() ->
        jdbc
            .sql(
                """
                select position, kind, name, revision from outbox
                where lane = any(:lanes) order by position
                """)
            .param("lanes", lanes.toArray(String[]::new))
            .query(this::outgoing)
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList());
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
    translated(() ->
        jdbc.sql("delete from outbox where position = any(:positions)")
            .param("positions", positions.toArray(Long[]::new))
            .update());
  }

  private Optional<Outgoing> outgoing(ResultSet row, int number) throws SQLException {
    long position = row.getLong("position");
    String name = Columns.text(row, "name");
    long revision = row.getLong("revision");
    Optional<? extends Event> event =
        switch (NoticeKind.valueOf(Columns.text(row, "kind"))) {
          case REVISION -> new Stored(jdbc, json).revised(name, revision);
          case WITHDRAWAL -> new Stored(jdbc, json).withdrawn(name, revision);
          case QUARANTINE -> new Stored(jdbc, json).quarantined(name);
          case ERASED_REVISION -> Optional.of(new Event.RevisionErased(name, revision));
          case ERASED_SUBMISSION -> Optional.of(new Event.SubmissionErased(name));
        };
    return event.map(it -> new Outgoing(position, it));
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
