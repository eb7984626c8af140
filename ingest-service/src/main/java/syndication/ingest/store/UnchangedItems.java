package syndication.ingest.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.source.Accounts;
import syndication.ingest.source.SourceId;

/// Enters items that came again as they were, and went no further, into the counts of their source.
public final class UnchangedItems implements Accounts {

  private final JdbcClient jdbc;

  public UnchangedItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void unchanged(SourceId sourceId, long items) {
    jdbc.sql(
            """
            insert into source_counts as c (source_id, received, unchanged)
            values (:source, :items, :items)
            on conflict (source_id) do update set received = c.received + excluded.received,
              unchanged = c.unchanged + excluded.unchanged
            """)
        .param("source", sourceId.value())
        .param("items", items)
        .update();
  }
}
