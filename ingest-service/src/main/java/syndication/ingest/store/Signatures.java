package syndication.ingest.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.nearduplicate.NearDuplicatePolicy;
import syndication.ingest.nearduplicate.Signature;

/// The index of sketches: one row an article, found by any of its lookup keys.
final class Signatures {

  private Signatures() {}

  static List<NearDuplicatePolicy.Member> similar(
      JdbcClient jdbc, String sourceId, Signature signature, int limit) {
    return jdbc.sql(
            """
            select article_id, cluster_id, signature, shingles from signatures
            where lookup && :keys::integer[] and source_id <> :source limit :limit
            """)
        .param("keys", boxed(signature.lookupKeys()))
        .param("source", sourceId)
        .param("limit", limit)
        .query((row, _) ->
            new NearDuplicatePolicy.Member(
                Columns.text(row, "article_id"),
                Columns.text(row, "cluster_id"),
                Signature.ofBytes(
                    Columns.bytes(row, "signature"), row.getInt("shingles"), new int[0])))
        .list();
  }

  static void add(
      JdbcClient jdbc,
      String articleId,
      String sourceId,
      String clusterId,
      Signature signature,
      Instant now) {
    jdbc.sql(
            """
            insert into signatures
              (article_id, source_id, cluster_id, lookup, signature, shingles, made_at)
            values (:article, :source, :cluster, :keys::integer[], :signature, :shingles, :now)
            on conflict (article_id) do update set cluster_id = excluded.cluster_id,
              lookup = excluded.lookup, signature = excluded.signature,
              shingles = excluded.shingles
            """)
        .param("article", articleId)
        .param("source", sourceId)
        .param("cluster", clusterId)
        .param("keys", boxed(signature.lookupKeys()))
        .param("signature", signature.toBytes())
        .param("shingles", signature.shingles())
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Integer[] boxed(int[] keys) {
    return Arrays.stream(keys).boxed().toArray(Integer[]::new);
  }
}
