package syndication.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import syndication.cli.kafka.Decoder;
import syndication.cli.kafka.EventLine;
import syndication.cli.kafka.TopicReader;
import syndication.schema.topic.Topic;

/// `watch`: a topic's records as they come.
@Command(
    name = "watch",
    description = "Show a topic's records as they come; end with Ctrl-C.",
    footer = {
      "",
      "Topics: articles.submitted, articles.revised, articles.enriched,",
      "articles.withdrawn, articles.quarantined, deliveries.attempted, and *.dlt."
    })
final class WatchCommand implements Callable<Integer> {

  private final Workbench bench;

  @Parameters(paramLabel = "TOPIC")
  private String topicName = "";

  @Option(names = "--from-start", description = "First all that is there.")
  private boolean fromStart;

  @Option(
      names = "--last",
      defaultValue = "0",
      paramLabel = "N",
      description = "First the last N records of each partition.")
  private int last;

  @Option(names = "--until-now", description = "Do not wait for more.")
  private boolean untilNow;

  @Option(names = "--article", defaultValue = "", description = "Only of this article.")
  private String article = "";

  @Option(names = "--source", defaultValue = "", description = "Only of this source.")
  private String source = "";

  @Option(names = "--partner", defaultValue = "", description = "Only of this partner.")
  private String partner = "";

  @Option(names = "--json", description = "One JSON object per line.")
  private boolean json;

  WatchCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    Topic topic =
        Decoder.topic(topicName)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "TOPIC: %s (expected: %s)"
                        .formatted(
                            topicName,
                            Arrays.stream(Topic.values())
                                .map(Topic::topicName)
                                .collect(Collectors.joining(", ")))));
    requireFiltersThatCanMatch(topic);
    bench.requireBroker();
    var decoder = new Decoder(bench.codec());
    try (var reader = new TopicReader(bench.settings().bootstrapServers(), topic)) {
      if (!reader.exists()) {
        bench.err().println(topicName + " is not there yet: a service makes it when it starts.");
        return ExitCode.NOT_WELL;
      }
      begin(reader);
      if (untilNow) {
        reader.toNow(record -> show(topic, decoder, record));
        return ExitCode.FINE;
      }
      while (!bench.out().checkError()) {
        reader.poll().forEach(record -> show(topic, decoder, record));
      }
      return ExitCode.FINE;
    }
  }

  // An operator who waits for what cannot come waits long.
  private void requireFiltersThatCanMatch(Topic topic) {
    if (last < 0) {
      throw new IllegalArgumentException("--last: %d (expected: 0 or more)".formatted(last));
    }
    boolean deliveries = topic == Topic.DELIVERIES_ATTEMPTED;
    if (!source.isEmpty() && deliveries) {
      throw new IllegalArgumentException(
          "--source: %s (expected: --article or --partner; deliveries name no source)"
              .formatted(source));
    }
    if (!partner.isEmpty() && !deliveries) {
      throw new IllegalArgumentException(
          "--partner: %s (expected: with deliveries.attempted only; other records name no partner)"
              .formatted(partner));
    }
  }

  private void begin(TopicReader reader) {
    if (fromStart) {
      reader.toStart();
    } else if (last > 0) {
      reader.toLast(last);
    } else {
      reader.toEnd();
    }
  }

  private void show(Topic topic, Decoder decoder, ConsumerRecord<String, byte[]> record) {
    ObjectNode decoded = decoder.decode(topic, record);
    if (matches(decoded.path("event"))) {
      bench.say(json ? decoded.toString() : EventLine.of(topic, decoded));
    }
  }

  private boolean matches(JsonNode event) {
    return is(article.isEmpty() ? "" : ArticleId.of(article), event, "/articleId")
        && (is(source, event, "/sourceId")
            || is(source, event, "/provenance/sourceId")
            || is(source, event, "/article/provenance/sourceId"))
        && is(partner, event, "/partnerId");
  }

  private static boolean is(String wanted, JsonNode event, String pointer) {
    return wanted.isEmpty() || event.at(pointer).asText().equals(wanted);
  }
}
