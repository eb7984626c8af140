package syndication.ingest.sourcestore;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.source.IdempotentAnswers;
import syndication.ingest.source.SourceId;

/// What was answered to requests that carried an Idempotency-Key
/// (draft-ietf-httpapi-idempotency-key-header).
final class PostgresIdempotentAnswers implements IdempotentAnswers {

  // A request that was cut off by a crash may be made again after this.
  private static final Duration UNFINISHED_KEPT = Duration.ofSeconds(30);

  private final JdbcClient jdbc;

  PostgresIdempotentAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Claim claim(SourceId source, String key, byte[] bodyHash, Instant now) {
    forget(now);
    int made =
        jdbc.sql(
                """
                insert into idempotent_answers (source_id, key, body_hash, made_at)
                values (:source, :key, :hash, :now) on conflict do nothing
                """)
            .param("source", source.value())
            .param("key", key)
            .param("hash", bodyHash)
            .param("now", PostgresSources.utc(now))
            .update();
    if (made == 1) {
      return new Claim.Fresh();
    }
    Optional<Row> row =
        jdbc.sql(
                """
                select body_hash, status, answer from idempotent_answers
                where source_id = :source and key = :key
                """)
            .param("source", source.value())
            .param("key", key)
            .query((it, _) ->
                new Row(
                    Rows.bytes(it, "body_hash"),
                    it.getObject("status", Integer.class),
                    it.getString("answer")))
            .optional();
    if (row.isEmpty()) {
      return new Claim.InProgress();
    }
    Integer status = row.get().status();
    String answer = row.get().answer();
    if (!Arrays.equals(row.get().hash(), bodyHash)) {
      return new Claim.OtherContent();
    }
    return status == null || answer == null
        ? new Claim.InProgress()
        : new Claim.Answered(status, answer);
  }

  @Override
  public void finish(SourceId source, String key, int status, String answer) {
    jdbc.sql(
            """
            update idempotent_answers set status = :status, answer = :answer
            where source_id = :source and key = :key
            """)
        .param("source", source.value())
        .param("key", key)
        .param("status", status)
        .param("answer", answer)
        .update();
  }

  @Override
  public void release(SourceId source, String key) {
    jdbc.sql("delete from idempotent_answers where source_id = :source and key = :key")
        .param("source", source.value())
        .param("key", key)
        .update();
  }

  private void forget(Instant now) {
    jdbc.sql(
            """
            delete from idempotent_answers
            where made_at < :old or (status is null and made_at < :unfinished)
            """)
        .param("old", PostgresSources.utc(now.minus(KEPT)))
        .param("unfinished", PostgresSources.utc(now.minus(UNFINISHED_KEPT)))
        .update();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Row(byte[] hash, @Nullable Integer status, @Nullable String answer) {}
}
