package syndication.publish.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import syndication.publish.delivery.StoreUnavailableException;

/// The database, and the one place where its failures become ours.
record Postgres(JdbcTemplate jdbc, TransactionTemplate transactions) {

  <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return answering(() -> transactions.execute(_ -> work.get()));
  }

  <T extends @Nullable Object> T answering(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException | TransactionException e) {
      throw new StoreUnavailableException("the database did not do it: " + e.getMessage(), e);
    }
  }

  static @Nullable Timestamp time(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
