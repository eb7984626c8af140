package syndication.publish.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import syndication.publish.partner.Partner;
import syndication.publish.partner.Partners;

/// The partners, in PostgreSQL.
final class PostgresPartners implements Partners {

  private static final String SELECT = "select id, name, created_at from partners ";

  private final Postgres postgres;

  PostgresPartners(Postgres postgres) {
    this.postgres = postgres;
  }

  @Override
  public boolean add(Partner partner) {
    return postgres.answering(() ->
        postgres
                .jdbc()
                .update(
                    "insert into partners values (?, ?, ?) on conflict do nothing",
                    partner.id(),
                    partner.name(),
                    Timestamp.from(partner.createdAt()))
            == 1);
  }

  @Override
  public List<Partner> all() {
    return postgres.answering(
        () -> postgres.jdbc().query(SELECT + "order by id", PostgresPartners::partner));
  }

  @Override
  public Optional<Partner> find(String id) {
    return postgres.answering(() ->
        postgres.jdbc().query(SELECT + "where id = ?", PostgresPartners::partner, id).stream()
            .findFirst());
  }

  @Override
  public boolean rename(String id, String name) {
    return postgres.answering(
        () -> postgres.jdbc().update("update partners set name = ? where id = ?", name, id) == 1);
  }

  @Override
  public boolean remove(String id) {
    return postgres.inTransaction(() -> {
      postgres.jdbc().update("delete from deliveries where partner_id = ?", id);
      postgres.jdbc().update("delete from receipts where partner_id = ?", id);
      PostgresSubscriptions.changed(postgres);
      return postgres.jdbc().update("delete from partners where id = ?", id) == 1;
    });
  }

  private static Partner partner(ResultSet row, int number) throws SQLException {
    return new Partner(
        DeliveryRows.text(row, "id"),
        DeliveryRows.text(row, "name"),
        DeliveryRows.instant(row, "created_at"));
  }
}
