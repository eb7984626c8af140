package syndication.publish.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import syndication.publish.delivery.StoreUnavailableException;
import syndication.publish.signing.Scheme;
import syndication.publish.signing.SealedSecretException;
import syndication.publish.signing.SecretSeal;
import syndication.publish.signing.SigningSecret;

/// The signing secrets of subscriptions, sealed with the operator's key.
final class StoredSecrets {

  private final Postgres postgres;
  private final SecretSeal seal;

  StoredSecrets(Postgres postgres, SecretSeal seal) {
    this.postgres = postgres;
    this.seal = seal;
  }

  /// Those in force, by subscription; current ones first.
  ///
  /// @throws StoreUnavailableException also when one does not open: another instance changed the
  ///   key
  Map<String, List<SigningSecret>> bySubscription() {
    Map<String, List<SigningSecret>> secrets = new HashMap<>();
    try {
      postgres
          .jdbc()
          .query(
              """
              select subscription_id, scheme, secret, expires_at from subscription_secrets
              where expires_at is null or expires_at > now()
              order by expires_at desc nulls first, created_at desc
              """,
              row -> {
                String id = DeliveryRows.text(row, "subscription_id");
                secrets
                    .computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(
                        new SigningSecret(
                            Scheme.valueOf(DeliveryRows.text(row, "scheme")),
                            seal.open(DeliveryRows.text(row, "secret"), id),
                            Postgres.instant(row.getTimestamp("expires_at"))));
              });
    } catch (SealedSecretException e) {
      throw new StoreUnavailableException(String.valueOf(e.getMessage()), e);
    }
    return secrets;
  }

  void add(String subscriptionId, SigningSecret secret, Instant now) {
    postgres
        .jdbc()
        .update(
            "insert into subscription_secrets values (?, ?, ?, ?, ?)",
            subscriptionId,
            secret.scheme().name(),
            seal.seal(secret.text(), subscriptionId),
            Timestamp.from(now),
            Postgres.time(secret.expiresAt()));
  }

  /// Lets the current secret of a scheme sign until `overlapEnds`, and forgets those that no longer
  /// do.
  void retire(String subscriptionId, Scheme scheme, Instant now, Instant overlapEnds) {
    postgres
        .jdbc()
        .update("delete from subscription_secrets where expires_at < ?", Timestamp.from(now));
    postgres
        .jdbc()
        .update(
            """
            update subscription_secrets set expires_at = ?
            where subscription_id = ? and scheme = ? and expires_at is null
            """,
            Timestamp.from(overlapEnds),
            subscriptionId,
            scheme.name());
  }

  /// Seals what is stored in the clear, or with a former key.
  ///
  /// @return how many
  /// @throws SealedSecretException when one does not open; then nothing was changed
  int sealAll() {
    return postgres.inTransaction(() -> {
      List<Row> stale =
          postgres
              .jdbc()
              .query(
                  "select subscription_id, secret from subscription_secrets for update",
                  (row, _) ->
                      new Row(
                          DeliveryRows.text(row, "subscription_id"),
                          DeliveryRows.text(row, "secret")))
              .stream()
              .filter(it -> !seal.upToDate(it.stored()))
              .toList();
      for (Row it : stale) {
        postgres
            .jdbc()
            .update(
                "update subscription_secrets set secret = ? where subscription_id = ? and secret ="
                    + " ?",
                seal.seal(seal.open(it.stored(), it.subscriptionId()), it.subscriptionId()),
                it.subscriptionId(),
                it.stored());
      }
      return stale.size();
    });
  }

  private record Row(String subscriptionId, String stored) {}
}
