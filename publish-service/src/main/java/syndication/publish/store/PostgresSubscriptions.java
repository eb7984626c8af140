package syndication.publish.store;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import syndication.publish.signing.Scheme;
import syndication.publish.signing.SigningSecret;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscription.Ordering;
import syndication.publish.subscription.Subscription.State;
import syndication.publish.subscription.Subscriptions;
import tools.jackson.databind.json.JsonMapper;

/// The subscriptions, in PostgreSQL.
final class PostgresSubscriptions implements Subscriptions {

  private static final String SELECT =
      """
      select id, partner_id, endpoint, filter, signatures, rate_limit_per_second,
        collapse_duplicates, state, state_since, state_reason, created_at
      from subscriptions
      """;

  private final Postgres postgres;
  private final StoredSecrets secrets;
  private final JsonMapper json;

  PostgresSubscriptions(Postgres postgres, StoredSecrets secrets, JsonMapper json) {
    this.postgres = postgres;
    this.secrets = secrets;
    this.json = json;
  }

  /// To be called in the transaction of every change.
  static void changed(Postgres postgres) {
    postgres.jdbc().update("update subscriptions_version set version = version + 1");
  }

  @Override
  public boolean add(Subscription it) {
    try {
      postgres
          .transactions()
          .executeWithoutResult(_ -> {
            postgres
                .jdbc()
                .update(
                    """
                    insert into subscriptions (id, partner_id, endpoint, filter, signatures,
                      rate_limit_per_second, collapse_duplicates, state, created_at)
                    values (?, ?, ?, ?::jsonb, ?, ?, ?, 'ACTIVE', ?)
                    """,
                    it.id(),
                    it.partnerId(),
                    it.endpoint().toString(),
                    json.writeValueAsString(it.filter()),
                    schemes(it),
                    it.rateLimitPerSecond(),
                    it.collapseDuplicates(),
                    Timestamp.from(it.createdAt()));
            it.secrets().forEach(secret -> secrets.add(it.id(), secret, it.createdAt()));
            changed(postgres);
          });
      return true;
    } catch (DataIntegrityViolationException e) {
      return false;
    }
  }

  @Override
  public List<Subscription> all() {
    return query("order by partner_id, created_at, id");
  }

  @Override
  public List<Subscription> of(String partnerId) {
    return query("where partner_id = ? order by created_at, id", partnerId);
  }

  @Override
  public Optional<Subscription> find(String id) {
    return query("where id = ?", id).stream().findFirst();
  }

  @Override
  public boolean change(Subscription it) {
    return postgres.inTransaction(() -> {
      changed(postgres);
      return postgres
              .jdbc()
              .update(
                  """
                  update subscriptions set endpoint = ?, filter = ?::jsonb, signatures = ?,
                    rate_limit_per_second = ?, collapse_duplicates = ?
                  where id = ?
                  """,
                  it.endpoint().toString(),
                  json.writeValueAsString(it.filter()),
                  schemes(it),
                  it.rateLimitPerSecond(),
                  it.collapseDuplicates(),
                  it.id())
          == 1;
    });
  }

  @Override
  public boolean changeState(String id, State state) {
    return postgres.inTransaction(() -> {
      changed(postgres);
      return postgres
              .jdbc()
              .update(
                  """
                  update subscriptions set state = ?, state_since = ?, state_reason = ?
                  where id = ?
                  """,
                  name(state),
                  Postgres.time(since(state)),
                  state instanceof State.Disabled(_, String reason) ? reason : null,
                  id)
          == 1;
    });
  }

  @Override
  public void rotate(String id, SigningSecret added, Instant createdAt, Instant overlapEnds) {
    postgres.inTransaction(() -> {
      secrets.retire(id, added.scheme(), createdAt, overlapEnds);
      secrets.add(id, added, createdAt);
      changed(postgres);
      return true;
    });
  }

  @Override
  public boolean remove(String id) {
    return postgres.inTransaction(() -> {
      postgres.jdbc().update("delete from deliveries where subscription_id = ?", id);
      postgres.jdbc().update("delete from receipts where subscription_id = ?", id);
      changed(postgres);
      return postgres.jdbc().update("delete from subscriptions where id = ?", id) == 1;
    });
  }

  @Override
  public long version() {
    return postgres.answering(() ->
        Objects.requireNonNull(
            postgres
                .jdbc()
                .queryForObject("select version from subscriptions_version", Long.class)));
  }

  private List<Subscription> query(String where, Object... parameters) {
    return postgres.answering(() -> {
      Map<String, List<SigningSecret>> inForce = secrets.bySubscription();
      return postgres
          .jdbc()
          .query(SELECT + where, (row, _) -> subscription(row, inForce), parameters);
    });
  }

  private Subscription subscription(ResultSet row, Map<String, List<SigningSecret>> inForce)
      throws SQLException {
    String id = DeliveryRows.text(row, "id");
    return new Subscription(
        id,
        DeliveryRows.text(row, "partner_id"),
        URI.create(DeliveryRows.text(row, "endpoint")),
        json.readValue(DeliveryRows.text(row, "filter"), Filter.class),
        Ordering.PER_ARTICLE,
        Arrays.stream((String[]) array(row).getArray()).map(Scheme::of).toList(),
        inForce.getOrDefault(id, List.of()),
        row.getObject("rate_limit_per_second", Double.class),
        row.getBoolean("collapse_duplicates"),
        state(row),
        DeliveryRows.instant(row, "created_at"));
  }

  private static Array array(ResultSet row) throws SQLException {
    return Objects.requireNonNull(row.getArray("signatures"));
  }

  private static State state(ResultSet row) throws SQLException {
    String name = DeliveryRows.text(row, "state");
    return switch (name) {
      case "ACTIVE" -> new State.Active();
      case "PAUSED" -> new State.Paused(DeliveryRows.instant(row, "state_since"));
      case "DISABLED" ->
          new State.Disabled(
              DeliveryRows.instant(row, "state_since"), DeliveryRows.text(row, "state_reason"));
      default -> throw new IllegalStateException("state: " + name + " (expected: a known one)");
    };
  }

  private static String name(State state) {
    return switch (state) {
      case State.Active _ -> "ACTIVE";
      case State.Paused _ -> "PAUSED";
      case State.Disabled _ -> "DISABLED";
    };
  }

  private static @Nullable Instant since(State state) {
    return switch (state) {
      case State.Active _ -> null;
      case State.Paused(Instant since) -> since;
      case State.Disabled(Instant since, _) -> since;
    };
  }

  private static String[] schemes(Subscription it) {
    return it.schemes().stream().map(Scheme::identifier).toArray(String[]::new);
  }
}
