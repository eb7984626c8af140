package syndication.cli;

import static syndication.cli.api.ServiceApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `withdraw`: takes an article back, or lets it go again.
@Command(name = "withdraw", description = "Take an article down everywhere, or let it go again.")
final class WithdrawCommand extends Answers {

  private static final Set<String> KINDS =
      Set.of("WITHHOLD", "RELEASE", "KILL", "TAKEDOWN", "RESTORE");

  @Parameters(
      paramLabel = "ARTICLE",
      description = "articleId, or with --source the address it was published at.")
  private String article = "";

  @Option(
      names = "--source",
      defaultValue = "",
      description = "Who published it; known when ARTICLE is an articleId.")
  private String source = "";

  @Option(
      names = "--kind",
      defaultValue = "KILL",
      description = "WITHHOLD, RELEASE, KILL (default), TAKEDOWN (erases the text), RESTORE.")
  private String kind = "KILL";

  @Option(names = "--note", defaultValue = "", description = "Publishable words on why.")
  private String note = "";

  @Option(names = "--json")
  private boolean json;

  WithdrawCommand(Workbench bench) {
    super(bench);
  }

  @Override
  public Integer call() {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "kind: %s (expected: one of %s)".formatted(kind, KINDS.stream().sorted().toList()));
    }
    ObjectNode request = object().put("action", kind);
    putUnlessEmpty(request, "note", note);
    if (ArticleId.isOne(article)) {
      String id = ArticleId.of(article);
      request.put("articleId", id);
      JsonNode known = bench.ingest().get("/api/admin/articles/" + encoded(id));
      return withdrawn(known.path("sourceId").asText(), request, "./syndicate trace " + id);
    }
    if (source.isEmpty()) {
      throw new IllegalArgumentException(
          "ARTICLE: %s (expected: an articleId, or an address together with --source)"
              .formatted(article));
    }
    request.put("url", article);
    return withdrawn(source, request, "./syndicate watch articles.withdrawn --last 1");
  }

  private int withdrawn(String publisher, ObjectNode request, String follow) {
    JsonNode answer =
        bench.ingest().post("/api/articles/withdrawals?source=" + encoded(publisher), request);
    return done(
        answer, json, "%s is accepted for %s. Follow it: %s".formatted(kind, article, follow));
  }
}
