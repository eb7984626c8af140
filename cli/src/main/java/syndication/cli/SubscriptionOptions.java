package syndication.cli;

import static syndication.cli.Answers.putUnlessEmpty;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a subscription is asked for with on the command line.
final class SubscriptionOptions {

  @Option(names = "--endpoint", required = true, description = "https address.")
  private String endpoint = "";

  @Option(names = "--source", split = ",", description = "Only from these sources.")
  private List<String> sources = List.of();

  @Option(names = "--tag", split = ",", description = "Only with one of these tags.")
  private List<String> tags = List.of();

  @Option(names = "--topic", split = ",", description = "Only on one of these topics.")
  private List<String> topics = List.of();

  @Option(names = "--language", split = ",", description = "Only in these languages.")
  private List<String> languages = List.of();

  @Option(
      names = "--rights",
      split = ",",
      description = "Only with these rights: YES, VERIFY, WITH_PAYMENT, UNKNOWN, NO.")
  private List<String> rights = List.of();

  @Option(names = "--signature", split = ",", description = "v1, v1a; default v1.")
  private List<String> signatures = List.of();

  @Option(names = "--per-second", description = "At most so many; 0.5 is one in two seconds.")
  private @Nullable Double perSecond;

  @Option(names = "--collapse-duplicates", description = "One copy of a story is enough.")
  private boolean collapse;

  /// As the API takes it; what was not asked for is left to its default.
  ObjectNode request() {
    ObjectNode subscription = Answers.object().put("endpoint", endpoint);
    ObjectNode filter = Answers.object();
    putUnlessEmpty(filter, "sources", sources);
    putUnlessEmpty(filter, "tags", tags);
    putUnlessEmpty(filter, "topics", topics);
    putUnlessEmpty(filter, "languages", languages);
    putUnlessEmpty(filter, "rights", rights);
    if (!filter.isEmpty()) {
      subscription.set("filter", filter);
    }
    putUnlessEmpty(subscription, "signatures", signatures);
    if (perSecond != null) {
      subscription.put("rateLimitPerSecond", perSecond);
    }
    if (collapse) {
      subscription.put("collapseDuplicates", true);
    }
    return subscription;
  }
}
