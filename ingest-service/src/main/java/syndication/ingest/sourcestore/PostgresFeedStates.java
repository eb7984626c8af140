package syndication.ingest.sourcestore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.politeness.FeedStates;
import syndication.ingest.politeness.PollState;
import syndication.ingest.source.SourceId;
import tools.jackson.databind.json.JsonMapper;

/// What polling remembers of each feed, and who is at it: one poller a feed, however many instances
/// run.
final class PostgresFeedStates implements FeedStates {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  PostgresFeedStates(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public void begin(SourceId source, PollState state) {
    jdbc.sql(
            """
            insert into feeds (source_id, next_fetch_at, state) values (:source, :next, :state::jsonb)
            on conflict (source_id)
              do update set next_fetch_at = excluded.next_fetch_at, state = excluded.state
            """)
        .param("source", source.value())
        .param("next", PostgresSources.utc(state.nextFetchAt()))
        .param("state", json.writeValueAsString(state))
        .update();
  }

  @Override
  public Optional<PollState> find(SourceId source) {
    return jdbc.sql("select source_id, state from feeds where source_id = :source")
        .param("source", source.value())
        .query(this::leased)
        .optional()
        .map(Leased::state);
  }

  @Override
  public Map<SourceId, PollState> all(Collection<SourceId> sources) {
    var states = new TreeMap<SourceId, PollState>(java.util.Comparator.comparing(SourceId::value));
    if (!sources.isEmpty()) {
      jdbc.sql("select source_id, state from feeds where source_id in (:sources)")
          .param("sources", sources.stream().map(SourceId::value).toList())
          .query(this::leased)
          .list()
          .forEach(it -> states.put(it.source(), it.state()));
    }
    return states;
  }

  @Override
  public List<Leased> leaseDue(String owner, Instant now, Duration lease, int limit) {
    return jdbc.sql(
            """
            update feeds set lease_owner = :owner, lease_until = :until
            where source_id in (
              select f.source_id from feeds f join sources s on s.id = f.source_id
              where f.next_fetch_at <= :now and (f.lease_until is null or f.lease_until <= :now)
                and s.state = 'ACTIVE'
              order by f.next_fetch_at limit :limit
              for update of f skip locked)
            returning source_id, state
            """)
        .param("owner", owner)
        .param("until", PostgresSources.utc(now.plus(lease)))
        .param("now", PostgresSources.utc(now))
        .param("limit", limit)
        .query(this::leased)
        .list();
  }

  @Override
  public Optional<Leased> lease(SourceId source, String owner, Instant now, Duration lease) {
    return jdbc.sql(
            """
            update feeds set lease_owner = :owner, lease_until = :until
            where source_id in (
              select source_id from feeds where source_id = :source
                and (lease_until is null or lease_until <= :now)
              for update skip locked)
            returning source_id, state
            """)
        .param("owner", owner)
        .param("until", PostgresSources.utc(now.plus(lease)))
        .param("source", source.value())
        .param("now", PostgresSources.utc(now))
        .query(this::leased)
        .optional();
  }

  @Override
  public boolean save(SourceId source, String owner, PollState state) {
    return jdbc.sql(
                """
                update feeds set next_fetch_at = :next, state = :state::jsonb,
                  lease_owner = null, lease_until = null
                where source_id = :source and lease_owner = :owner
                  and state ->> 'registered' = :registered
                """)
            .param("next", PostgresSources.utc(state.nextFetchAt()))
            .param("state", json.writeValueAsString(state))
            .param("source", source.value())
            .param("owner", owner)
            .param("registered", state.registered().toString())
            .update()
        == 1;
  }

  @Override
  public void release(SourceId source, String owner) {
    jdbc.sql(
            """
            update feeds set lease_owner = null, lease_until = null
            where source_id = :source and lease_owner = :owner
            """)
        .param("source", source.value())
        .param("owner", owner)
        .update();
  }

  private Leased leased(ResultSet row, int number) throws SQLException {
    return new Leased(
        new SourceId(Rows.text(row, "source_id")),
        json.readValue(Rows.text(row, "state"), PollState.class));
  }
}
