package syndication.publish.sitestore;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import syndication.local.LocalPostgres;

/// A new database with the site's tables, on one real PostgreSQL for all tests of this JVM.
public record SiteDatabase(String url, DataSource source) {

  private static final LocalPostgres POSTGRES = LocalPostgres.startTemporary();

  public static SiteDatabase create() {
    String url = POSTGRES.jdbcUrl(POSTGRES.createDatabase());
    var pool = new com.zaxxer.hikari.HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(8);
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration")
        .loggers("slf4j")
        .load()
        .migrate();
    return new SiteDatabase(url, pool);
  }

  public JdbcClient client() {
    return JdbcClient.create(source);
  }

  public SiteStore store(java.time.InstantSource clock) {
    return new SiteStore(client(), transactions(), clock);
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  /// Everything that readers can see of the stored state, in a fixed order.
  public List<String> state() {
    return client()
        .sql(
            """
            select to_jsonb(a) - 'number' || jsonb_build_object('lists', coalesce((
              select jsonb_agg(to_jsonb(l) order by l.list)
              from site_listing l where l.article_id = a.article_id), '[]'))
            from site_article a order by a.article_id
            """)
        .query((row, _) -> Column.text(row, 1))
        .list();
  }
}
