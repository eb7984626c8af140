package syndication.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.LocalPartner.await;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import syndication.publish.signing.SealKey;
import syndication.publish.subscription.Filter;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;
import syndication.schema.wire.Startup;

/// What lies in the database of partners' secrets, over changes of the operator's key.
class SecretsAtRestEdgeTest {

  private static final String FIRST_KEY = "0f".repeat(32);
  private static final String SECOND_KEY = "e1".repeat(32);
  private static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  @Test
  void secretsAreSealedWhenAKeyIsGivenAndAgainWhenItChanges() {
    try (var service = RunningService.start()) {
      Subscription subscription =
          service.subscribe(URI.create("https://partner.example/hook"), ALL);
      String secret = subscription.secrets().getFirst().text();
      assertThat(stored(service)).containsExactly(secret);

      service.restart("syndicate.publish.secrets.key=" + FIRST_KEY);
      String sealed = stored(service).getFirst();
      assertThat(sealed).startsWith("sealed:").doesNotContain(secret);
      assertThat(secretOf(service, subscription)).isEqualTo(secret);

      service.restart(
          "syndicate.publish.secrets.key=" + SECOND_KEY,
          "syndicate.publish.secrets.previous-key=" + FIRST_KEY);
      assertThat(stored(service).getFirst()).startsWith("sealed:").isNotEqualTo(sealed);

      service.restart("syndicate.publish.secrets.previous-key=");
      assertThat(secretOf(service, subscription)).isEqualTo(secret);
    }
  }

  @Test
  void withAKeyThatDoesNotOpenThemNothingBeginsAndHealthNamesTheOneThatIsMissing() {
    try (var service = RunningService.start("syndicate.publish.secrets.key=" + FIRST_KEY)) {
      service.subscribe(URI.create("https://partner.example/hook"), ALL);

      service.restartWithoutWaiting("syndicate.publish.secrets.key=" + SECOND_KEY);

      String missing = SealKey.parse(FIRST_KEY).id();
      await(
          "waiting for the key",
          () ->
              service.bean(Startup.class).state()
                      instanceof Startup.State.Waiting(String step, String reason)
                  && step.equals("partners' secrets")
                  && reason.contains(missing));
      assertThat(stored(service).getFirst()).startsWith("sealed:" + missing);
    }
  }

  private static List<String> stored(RunningService service) {
    return service
        .jdbc()
        .query(
            "select secret from subscription_secrets",
            (row, _) -> Objects.requireNonNull(row.getString(1)));
  }

  private static String secretOf(RunningService service, Subscription subscription) {
    return service
        .bean(Subscriptions.class)
        .find(subscription.id())
        .orElseThrow()
        .secrets()
        .getFirst()
        .text();
  }
}
