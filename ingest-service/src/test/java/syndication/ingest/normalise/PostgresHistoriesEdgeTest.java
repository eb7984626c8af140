package syndication.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import syndication.ingest.identity.IdentityPolicy;
import syndication.ingest.store.PostgresLedger;
import syndication.ingest.store.PostgresRecords;
import syndication.local.LocalPostgres;

/// The histories with a real PostgreSQL.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresHistoriesEdgeTest extends HistoriesContract {

  private static final String TABLES =
      """
      truncate articles, identity_keys, source_item_ids, revisions, sketches, submissions,
        source_counts, quarantine, outbox
      """;

  @Nullable private LocalPostgres postgres;
  @Nullable private DataSource database;

  @BeforeAll
  void start() {
    LocalPostgres server = LocalPostgres.startTemporary();
    postgres = server;
    var source = new PGSimpleDataSource();
    source.setUrl(server.jdbcUrl(server.createDatabase()));
    Flyway.configure().dataSource(source).load().migrate();
    database = source;
  }

  @AfterAll
  void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  Ledger ledger() {
    jdbc().sql(TABLES).update();
    return new PostgresLedger(
        jdbc(),
        new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(database))),
        100_000);
  }

  @Test
  void everySubmissionIsCountedOnceAndTheAccountsBalance() {
    var player = new Histories(ledger());
    player.play("api says id=n1 title=\"Bridge opens after repairs\" text=T1");
    player.play("api says id=n1 title=\"Bridge opens after repairs\" text=T1");
    player.play("api says id=n2 title=\"Prize goes to a lock keeper\" text=T2 embargo=+2h");
    player.play("api says id=n3 unreadable=yes");
    player.play("again");
    player.play("api release id=nobody");

    Records.SourceCounts counts = new PostgresRecords(jdbc()).counts().getFirst();

    assertThat(counts)
        .isEqualTo(
            new Records.SourceCounts("api", 5, 1, 1, 1, 1, 1, 0, IdentityPolicy.IDS_TRUSTED));
    assertThat(counts.balanced()).isTrue();
  }

  @Test
  void aTakedownLeavesNoWordBehind() {
    var player = new Histories(ledger());
    player.play("api says id=n1 link=https://a.example/anna-bell title=\"Anna Bell\" text=T1");
    player.play("api says id=n1 link=https://a.example/anna-bell title=\"Anna Bell\" text=T1a");

    player.play("api takedown id=n1");

    for (String table : new String[] {"articles", "identity_keys", "revisions", "submissions"}) {
      assertThat(
              jdbc()
                  .sql("select coalesce(string_agg(it::text, ' '), '') from " + table + " it")
                  .query(String.class)
                  .single())
          .as(table)
          .doesNotContainIgnoringCase("anna")
          .doesNotContain(Histories.text("T1").substring(0, 20));
    }
  }

  private JdbcClient jdbc() {
    return JdbcClient.create(Objects.requireNonNull(database));
  }
}
