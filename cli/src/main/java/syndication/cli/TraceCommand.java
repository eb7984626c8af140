package syndication.cli;

import static syndication.cli.api.ServiceApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import syndication.cli.api.ApiException;
import syndication.cli.api.ServiceApi;
import syndication.cli.kafka.EnrichedHistory;
import syndication.local.process.Part;

/// `trace`: one article through every stage.
@Command(
    name = "trace",
    description = "Follow one article through every stage: revisions, enrichment, site, partners.")
final class TraceCommand extends Answers {

  @Parameters(paramLabel = "ARTICLE", description = "articleId, or its UUID alone.")
  private String article = "";

  @Option(names = "--json")
  private boolean json;

  TraceCommand(Workbench bench) {
    super(bench);
  }

  @Override
  public Integer call() {
    String id = ArticleId.of(article);
    JsonNode ingest = known(bench.ingest(), id);
    JsonNode publish = known(bench.publish(), id);
    if (ingest.isMissingNode()
        && publish.path("site").isEmpty()
        && publish.path("deliveries").isEmpty()
        && publish.path("receipts").isEmpty()) {
      bench.err().println("No article has the id " + id);
      return ExitCode.NOT_WELL;
    }
    ObjectNode trace = object().put("articleId", id);
    trace.set("ingest", ingest);
    ArrayNode enriched = trace.putArray("enriched");
    if (bench.stack().health(Part.BROKER).well()) {
      new EnrichedHistory(bench.settings().bootstrapServers(), bench.codec())
          .of(id, Instant.EPOCH)
          .forEach(record -> enriched.add(withoutText(record)));
    }
    trace.set("publish", publish);
    if (json) {
      bench.json(trace);
    } else {
      bench.say(TraceText.lines(trace, bench.clock().instant()));
    }
    return ExitCode.FINE;
  }

  private static JsonNode known(ServiceApi api, String id) {
    try {
      return api.get("/api/admin/articles/" + encoded(id));
    } catch (ApiException e) {
      if (e.notFound()) {
        return MissingNode.getInstance();
      }
      throw e;
    }
  }

  /// What a trace is about is when and why, not the text.
  private static JsonNode withoutText(JsonNode record) {
    if (record.path("event").path("article") instanceof ObjectNode article) {
      article.remove(List.of("bodies", "renditions", "associations", "descriptions"));
    }
    return record;
  }
}
