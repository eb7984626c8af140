package syndication.ingest.sourcestore;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.article.SyndicationRight;
import syndication.ingest.source.ApiKey;
import syndication.ingest.source.PollSettings;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import syndication.ingest.source.Sources;

/// The registered sources, and the hashes of their keys.
final class PostgresSources implements Sources {

  private static final String COLUMNS =
      """
      id, name, kind, state, feed_url, homepage, language, rights_holder, rights_notice,
      rights_usage_terms, rights_syndication, poll_interval_seconds, poll_full_text, created_at,
      updated_at
      """;

  private final JdbcClient jdbc;

  PostgresSources(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Source> find(SourceId id) {
    return jdbc.sql("select " + COLUMNS + " from sources where id = :id")
        .param("id", id.value())
        .query(PostgresSources::source)
        .optional();
  }

  @Override
  public List<Source> list(String after, int limit) {
    return jdbc.sql(
            "select " + COLUMNS + " from sources where id > :after order by id limit :limit")
        .param("after", after)
        .param("limit", limit)
        .query(PostgresSources::source)
        .list();
  }

  @Override
  public Optional<Source> byFeed(URI feedUrl) {
    return jdbc.sql("select " + COLUMNS + " from sources where feed_url = :feed limit 1")
        .param("feed", feedUrl.toString())
        .query(PostgresSources::source)
        .optional();
  }

  @Override
  public boolean add(Source source) {
    return jdbc.sql(
                """
                insert into sources values (:id, :name, :kind, :state, :feedUrl, :homepage,
                  :language, :holder, :notice, :terms, :syndication, :interval, :fullText,
                  :createdAt, :updatedAt)
                on conflict (id) do nothing
                """)
            .param("id", source.id().value())
            .param("createdAt", utc(source.createdAt()))
            .params(settings(source))
            .update()
        == 1;
  }

  @Override
  public void update(Source source) {
    jdbc.sql(
            """
            update sources set name = :name, kind = :kind, state = :state, feed_url = :feedUrl,
              homepage = :homepage, language = :language, rights_holder = :holder,
              rights_notice = :notice, rights_usage_terms = :terms,
              rights_syndication = :syndication, poll_interval_seconds = :interval,
              poll_full_text = :fullText, updated_at = :updatedAt
            where id = :id
            """)
        .param("id", source.id().value())
        .params(settings(source))
        .update();
  }

  @Override
  public Optional<Source> authenticate(ApiKey key, Instant now) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from sources where id = (select source_id from source_keys
                  where hash = :hash and (expires_at is null or expires_at > :now))
                """)
        .param("hash", key.hash())
        .param("now", utc(now))
        .query(PostgresSources::source)
        .optional();
  }

  @Override
  public void addKey(ApiKey key, Instant now, Instant oldUntil) {
    jdbc.sql(
            """
            update source_keys set expires_at = :until
            where source_id = :id and (expires_at is null or expires_at > :until)
            """)
        .param("until", utc(oldUntil))
        .param("id", key.sourceId().value())
        .update();
    jdbc.sql("insert into source_keys (hash, source_id, created_at) values (:hash, :id, :now)")
        .param("hash", key.hash())
        .param("id", key.sourceId().value())
        .param("now", utc(now))
        .update();
  }

  @Override
  public void endKeys(SourceId id) {
    jdbc.sql("delete from source_keys where source_id = :id").param("id", id.value()).update();
  }

  private static java.util.Map<String, @Nullable Object> settings(Source it) {
    var values = new java.util.HashMap<String, @Nullable Object>();
    Duration interval = it.poll().interval();
    values.put("name", it.name());
    values.put("kind", it.kind().name());
    values.put("state", it.state().name());
    values.put("feedUrl", text(it.feedUrl()));
    values.put("homepage", text(it.homepage()));
    values.put("language", it.language());
    values.put("holder", it.rights().holder());
    values.put("notice", it.rights().notice());
    values.put("terms", it.rights().usageTerms());
    values.put("syndication", it.rights().syndication().name());
    values.put("interval", interval == null ? null : interval.toSeconds());
    values.put("fullText", it.poll().fullText());
    values.put("updatedAt", utc(it.updatedAt()));
    return values;
  }

  private static Source source(ResultSet row, int number) throws SQLException {
    long interval = row.getLong("poll_interval_seconds");
    Duration pollInterval = row.wasNull() ? null : Duration.ofSeconds(interval);
    return new Source(
        new SourceId(Rows.text(row, "id")),
        Rows.text(row, "name"),
        Source.Kind.valueOf(Rows.text(row, "kind")),
        Source.State.valueOf(Rows.text(row, "state")),
        address(row.getString("feed_url")),
        address(row.getString("homepage")),
        row.getString("language"),
        new Source.Rights(
            row.getString("rights_holder"),
            row.getString("rights_notice"),
            row.getString("rights_usage_terms"),
            SyndicationRight.valueOf(Rows.text(row, "rights_syndication"))),
        new PollSettings(pollInterval, row.getBoolean("poll_full_text")),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "updated_at"));
  }

  private static @Nullable String text(@Nullable URI address) {
    return address == null ? null : address.toString();
  }

  private static @Nullable URI address(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
