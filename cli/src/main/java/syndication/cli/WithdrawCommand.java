package syndication.cli;

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

  @Parameters(paramLabel = "ARTICLE", description = "articleId (urn:uuid:…) or address.")
  private String article = "";

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
    request.put(article.startsWith("http") ? "url" : "articleId", ArticleId.of(article));
    putUnlessEmpty(request, "note", note);
    JsonNode answer = bench.ingest().post("/api/articles/withdrawals", request);
    return done(
        answer,
        json,
        "%s is accepted for %s. Follow it: ./syndicate trace %s".formatted(kind, article, article));
  }
}
