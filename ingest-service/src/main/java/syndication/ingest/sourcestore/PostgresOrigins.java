package syndication.ingest.sourcestore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.ingest.politeness.Origins;

/// When each origin may be asked next, and its robots.txt, shared by all instances.
final class PostgresOrigins implements Origins {

  private final JdbcClient jdbc;

  PostgresOrigins(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Instant> take(String origin, Instant now, Duration gap) {
    jdbc.sql(
            """
            insert into origins (origin, next_request_at) values (:origin, :now)
            on conflict do nothing
            """)
        .param("origin", origin)
        .param("now", PostgresSources.utc(now))
        .update();
    int taken =
        jdbc.sql(
                """
                update origins set next_request_at = :next
                where origin = :origin and next_request_at <= :now
                """)
            .param("next", PostgresSources.utc(now.plus(gap)))
            .param("origin", origin)
            .param("now", PostgresSources.utc(now))
            .update();
    return taken == 1
        ? Optional.empty()
        : jdbc.sql("select next_request_at from origins where origin = :origin")
            .param("origin", origin)
            .query((row, _) -> Rows.instant(row, "next_request_at"))
            .optional();
  }

  @Override
  public void closedUntil(String origin, Instant until) {
    jdbc.sql(
            """
            update origins set next_request_at = greatest(next_request_at, :until)
            where origin = :origin
            """)
        .param("until", PostgresSources.utc(until))
        .param("origin", origin)
        .update();
  }

  @Override
  public Optional<Robots> robots(String origin, Instant now) {
    return jdbc.sql(
            """
            select robots, robots_until, robots_available from origins
            where origin = :origin and robots_until > :now
            """)
        .param("origin", origin)
        .param("now", PostgresSources.utc(now))
        .query(PostgresOrigins::robots)
        .optional();
  }

  @Override
  public void keep(String origin, Robots robots) {
    jdbc.sql(
            """
            update origins set robots = :text, robots_until = :until, robots_available = :available
            where origin = :origin
            """)
        .param("text", robots.text())
        .param("until", PostgresSources.utc(robots.until()))
        .param("available", robots.available())
        .param("origin", origin)
        .update();
  }

  private static Robots robots(ResultSet row, int number) throws SQLException {
    return new Robots(
        row.getString("robots"),
        Rows.instant(row, "robots_until"),
        row.getBoolean("robots_available"));
  }
}
