package syndication.local.test;

import syndication.local.LocalBroker;
import syndication.local.LocalPostgres;

/// The broker in this JVM, PostgreSQL beside it.
final class LocalBackend implements Backend {

  private final LocalBroker broker = LocalBroker.startTemporary();
  private final LocalPostgres postgres = LocalPostgres.startTemporary();

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public String newDatabase() {
    return postgres.jdbcUrl(postgres.createDatabase());
  }

  @Override
  public void close() {
    broker.close();
    postgres.close();
  }
}
