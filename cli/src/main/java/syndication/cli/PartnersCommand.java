package syndication.cli;

import static syndication.cli.api.ServiceApi.encoded;
import static syndication.cli.api.ServiceApi.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import syndication.cli.api.ApiException;
import syndication.cli.output.Columns;
import syndication.cli.output.Fields;

/// `partners …`: who receives, what, and what became of it.
///
/// Verbs on subscriptions take a subscription's id, or a partner's: then they are done for each of
/// its subscriptions.
@Command(name = "partners", description = "Who receives articles, what, and what became of it.")
final class PartnersCommand extends Answers {

  private static final String PARTNERS = "/api/admin/partners";
  private static final String SUBSCRIPTIONS = "/api/admin/subscriptions/";
  private static final Columns PARTNER_COLUMNS =
      new Columns()
          .field("PARTNER", "/id")
          .field("NAME", "/name")
          .field("STATE", "/state")
          .field("SUBSCRIPTIONS", "/subscriptions");
  private static final Columns DELIVERY_COLUMNS =
      new Columns()
          .field("DELIVERY", "/deliveryId")
          .field("STATE", "/state")
          .field("EVENT", "/eventType")
          .field("ARTICLE", "/articleId")
          .field("REV", "/revision")
          .field("ATTEMPTS", "/attempts")
          .age("AGE", "/updatedAt")
          .field("LAST ANSWER", "/lastReason", "/lastStatus");

  PartnersCommand(Workbench bench) {
    super(bench);
  }

  @Command(description = "Register a partner; with --endpoint, subscribe it at once.")
  int add(
      @Parameters(paramLabel = "ID", description = "Lower case, such as evening-app.") String id,
      @Option(names = "--name", defaultValue = "", description = "For people; default: the id.")
          String name,
      @Option(names = "--endpoint", defaultValue = "", description = "Where its webhooks go.")
          String endpoint,
      @Option(names = "--json") boolean json) {
    JsonNode partner =
        bench
            .publish()
            .post(PARTNERS, object().put("id", id).put("name", name.isEmpty() ? id : name));
    if (endpoint.isEmpty()) {
      return done(
          partner,
          json,
          id
              + " is registered. Next: ./syndicate partners subscribe "
              + id
              + " --endpoint ADDRESS");
    }
    try {
      return subscribed(
          bench.publish().post(path(id) + "/subscriptions", object().put("endpoint", endpoint)),
          id,
          json);
    } catch (ApiException e) {
      // Both or neither: what was refused can be said again, mended.
      if (!e.unavailable()) {
        bench.publish().delete(path(id));
      }
      throw e;
    }
  }

  @Command(description = "All partners.")
  int list(@Option(names = "--json") boolean json) {
    return list(
        bench.publish().items(PARTNERS),
        json,
        PARTNER_COLUMNS,
        "No partners yet. Add one: ./syndicate partners add evening-app --endpoint ADDRESS");
  }

  @Command(description = "One partner with its subscriptions.")
  int show(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    JsonNode partner = bench.publish().get(path(id));
    ObjectNode it = object();
    it.set("partner", partner.has("partner") ? partner.path("partner") : partner);
    ArrayNode subscriptions = it.putArray("subscriptions");
    subscriptionsOf(id).forEach(subscriptions::add);
    return show(it, json);
  }

  @Command(description = "Send a partner what matches; the secret is shown once.")
  int subscribe(
      @Parameters(paramLabel = "ID") String id,
      @Mixin SubscriptionOptions options,
      @Option(names = "--json") boolean json) {
    return subscribed(
        bench.publish().post(path(id) + "/subscriptions", options.request()), id, json);
  }

  @Command(description = "Remove one subscription; the partner's others stay.")
  int unsubscribe(
      @Parameters(paramLabel = "SUBSCRIPTION", description = "As show tells it.") String id,
      @Option(names = "--json") boolean json) {
    return done(bench.publish().delete(SUBSCRIPTIONS + encoded(id)), json, id + " is removed.");
  }

  @Command(description = "Send nothing for a while; nothing is lost.")
  int pause(
      @Parameters(paramLabel = "ID", description = "Subscription or partner.") String id,
      @Option(names = "--json") boolean json) {
    return forEach(id, json, "is paused", it -> action(it, "pause"));
  }

  @Command(description = "Send again, first what was held back.")
  int resume(
      @Parameters(paramLabel = "ID", description = "Subscription or partner.") String id,
      @Option(names = "--json") boolean json) {
    return forEach(id, json, "goes on", it -> action(it, "resume"));
  }

  @Command(description = "Send a test event; exit code 1 when it was not taken.")
  int test(
      @Parameters(paramLabel = "ID", description = "Subscription or partner.") String id,
      @Option(names = "--json") boolean json) {
    List<JsonNode> answers = new ArrayList<>();
    int code =
        forEach(
            id,
            json,
            "was sent a test event",
            it -> {
              JsonNode answer = action(it, "test");
              answers.add(answer);
              return answer;
            });
    boolean taken =
        answers.stream().allMatch(it -> it.path("outcome").asText().equals("delivered"));
    return taken ? code : ExitCode.NOT_WELL;
  }

  @Command(description = "A new secret, shown once; the former one still signs for a day.")
  int rotate(
      @Parameters(paramLabel = "ID", description = "Subscription or partner.") String id,
      @Option(names = "--json") boolean json) {
    return forEach(id, json, "has a new secret", it -> action(it, "rotate-secret"));
  }

  @Command(description = "Send again what it does not have.")
  int replay(
      @Parameters(paramLabel = "ID", description = "Subscription or partner.") String id,
      @Option(names = "--since", defaultValue = "", description = Times.FORM) String since,
      @Option(names = "--until", defaultValue = "", description = Times.FORM) String until,
      @Option(names = "--article", defaultValue = "", description = "Only this one.")
          String article,
      @Option(names = "--dry-run", description = "Only tell what would be sent.") boolean dryRun,
      @Option(names = "--json") boolean json) {
    ObjectNode request = object();
    putUnlessEmpty(request, "since", Times.instant("since", since));
    putUnlessEmpty(request, "until", Times.instant("until", until));
    putUnlessEmpty(request, "articleId", article.isEmpty() ? "" : ArticleId.of(article));
    if (dryRun) {
      request.put("dryRun", true);
    }
    return forEach(
        id,
        json,
        dryRun ? "would be replayed" : "is replayed",
        it -> bench.publish().post(SUBSCRIPTIONS + encoded(it) + "/replay", request));
  }

  @Command(description = "Its deliveries, the newest first.")
  int deliveries(
      @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "", description = "Partner.")
          String partner,
      @Option(names = "--article", defaultValue = "") String article,
      @Option(names = "--state", defaultValue = "") String state,
      @Option(names = "--json") boolean json) {
    return list(
        bench
            .publish()
            .get(
                "/api/admin/deliveries"
                    + query(
                        "partner",
                        partner,
                        "article",
                        article.isEmpty() ? "" : ArticleId.of(article),
                        "state",
                        state))
            .path("items")
            .valueStream()
            .toList(),
        json,
        DELIVERY_COLUMNS,
        "No such deliveries.");
  }

  @Command(description = "One delivery with its attempts.")
  int delivery(
      @Parameters(paramLabel = "DELIVERY") String id, @Option(names = "--json") boolean json) {
    return show(bench.publish().get("/api/admin/deliveries/" + encoded(id)), json);
  }

  @Command(description = "Send one delivery again.")
  int resend(
      @Parameters(paramLabel = "DELIVERY") String id, @Option(names = "--json") boolean json) {
    return done(
        bench.publish().post("/api/admin/deliveries/" + encoded(id) + "/resend", object()),
        json,
        id + " is sent again.");
  }

  @Command(description = "Remove a partner with its subscriptions.")
  int remove(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    return done(bench.publish().delete(path(id)), json, id + " is removed.");
  }

  private JsonNode action(String subscription, String what) {
    return bench.publish().post(SUBSCRIPTIONS + encoded(subscription) + "/" + what, object());
  }

  private int forEach(String id, boolean json, String words, Function<String, JsonNode> action) {
    List<String> subscriptions = new ArrayList<>();
    boolean isPartner =
        bench.publish().items(PARTNERS).stream().anyMatch(it -> it.path("id").asText().equals(id));
    if (isPartner) {
      subscriptionsOf(id).forEach(it -> subscriptions.add(it.path("id").asText()));
    } else {
      subscriptions.add(id);
    }
    ArrayNode answers = MAPPER.createArrayNode();
    for (String subscription : subscriptions) {
      JsonNode answer = action.apply(subscription);
      answers.add(answer.isMissingNode() ? object().put("id", subscription) : answer);
      if (!json) {
        bench.say(subscription + " " + words + ".");
        Fields.lines(answer).forEach(line -> bench.say("  " + line));
      }
    }
    if (json) {
      bench.json(object().set("items", answers));
    } else if (subscriptions.isEmpty()) {
      bench.say(id + " has no subscriptions.");
    }
    return ExitCode.FINE;
  }

  private List<JsonNode> subscriptionsOf(String partner) {
    return bench.publish().items(path(partner) + "/subscriptions");
  }

  private int subscribed(JsonNode answer, String id, boolean json) {
    List<String> words = new ArrayList<>();
    words.add("%s is subscribed, as %s.".formatted(id, answer.path("id").asText()));
    String secret = answer.path("secret").asText("");
    if (!secret.isEmpty()) {
      words.add("The secret it verifies our signatures with, shown this once:");
      words.add("  " + secret);
    }
    String publicKey = answer.path("publicKey").asText("");
    if (!publicKey.isEmpty()) {
      words.add("The public key it verifies our v1a signatures with:");
      words.add("  " + publicKey);
    }
    words.add("Next: ./syndicate partners test " + id);
    return done(answer, json, String.join(System.lineSeparator(), words));
  }

  private static String path(String id) {
    return PARTNERS + "/" + encoded(id);
  }
}
