package syndication.cli;

import static syndication.cli.api.ServiceApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import syndication.cli.output.Columns;

/// `sources …`: who publishes articles to us.
@Command(name = "sources", description = "Who publishes articles to us.")
final class SourcesCommand extends Answers {

  private static final String SOURCES = "/api/admin/sources";
  private static final Columns COLUMNS =
      new Columns()
          .field("SOURCE", "/id")
          .field("NAME", "/name")
          .field("KIND", "/kind")
          .field("STATE", "/state", "/status")
          .age("POLLED", "/feed/lastFetchAt")
          .age("LAST NEW", "/feed/lastNewAt")
          .field("HOW IT GOES", "/feed/quiet", "/feed/says")
          .field("FEED", "/feedUrl");

  SourcesCommand(Workbench bench) {
    super(bench);
  }

  @Command(description = "Register a source; its API key is shown once.")
  int add(
      @Parameters(paramLabel = "ID", description = "Lower case, such as harbour-post.") String id,
      @Option(names = "--name", defaultValue = "", description = "For people; default: the id.")
          String name,
      @Option(names = "--feed", defaultValue = "", description = "Poll this feed.") String feed,
      @Option(names = "--homepage", defaultValue = "") String homepage,
      @Option(names = "--language", defaultValue = "", description = "BCP 47, such as en-GB.")
          String language,
      @Option(names = "--rights-holder", defaultValue = "") String holder,
      @Option(names = "--rights-notice", defaultValue = "") String notice,
      @Option(names = "--usage-terms", defaultValue = "") String usageTerms,
      @Option(
              names = "--syndication",
              defaultValue = "",
              description = "May it be passed on: YES, NO, VERIFY, WITH_PAYMENT.")
          String syndication,
      @Option(names = "--json") boolean json) {
    ObjectNode source =
        object()
            .put("id", id)
            .put("name", name.isEmpty() ? id : name)
            .put("kind", feed.isEmpty() ? "API" : "FEED");
    putUnlessEmpty(source, "feedUrl", feed);
    putUnlessEmpty(source, "homepage", homepage);
    putUnlessEmpty(source, "language", language);
    ObjectNode rights = object();
    putUnlessEmpty(rights, "holder", holder);
    putUnlessEmpty(rights, "notice", notice);
    putUnlessEmpty(rights, "usageTerms", usageTerms);
    putUnlessEmpty(rights, "syndication", syndication);
    if (!rights.isEmpty()) {
      source.set("rights", rights);
    }
    JsonNode answer = bench.ingest().post(SOURCES, source);
    return keyShown(answer, json, id + " is registered. Its API key", feed);
  }

  @Command(description = "All sources.")
  int list(@Option(names = "--json") boolean json) {
    return list(
        bench.ingest().items(SOURCES),
        json,
        COLUMNS,
        "No sources yet. Add one: ./syndicate sources add harbour-post --feed ADDRESS");
  }

  @Command(description = "One source.")
  int show(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    return show(bench.ingest().get(path(id)), json);
  }

  @Command(description = "Take nothing from it for a while.")
  int pause(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    JsonNode answer = bench.ingest().patch(path(id), object().put("state", "PAUSED"));
    return done(answer, json, id + " is paused. Go on with: ./syndicate sources resume " + id);
  }

  @Command(description = "Take articles again.")
  int resume(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    JsonNode answer = bench.ingest().patch(path(id), object().put("state", "ACTIVE"));
    return done(answer, json, id + " goes on.");
  }

  @Command(description = "Poll its feed now, unless that would be impolite; 1 when it failed.")
  int poll(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    JsonNode answer = bench.ingest().post(path(id) + "/poll", object());
    String next = answer.path("nextFetchAt").asText("");
    String words =
        id
            + ": "
            + answer.path("says").asText("polled")
            + (next.isEmpty() ? "" : "; again at " + seconds(next));
    int exit = done(answer, json, words);
    return answer.path("failed").asBoolean() ? ExitCode.NOT_WELL : exit;
  }

  @Command(
      description =
          "Find and read a feed at an address, without registering anything; 1 when there is none.")
  int test(
      @Parameters(paramLabel = "ADDRESS") String address, @Option(names = "--json") boolean json) {
    JsonNode found = bench.ingest().post(SOURCES + "/test", object().put("address", address));
    int exit = show(found, json);
    return found.path("feedUrl").asText("").isEmpty() ? ExitCode.NOT_WELL : exit;
  }

  @Command(description = "A new API key, shown once; the former one works for another day.")
  int key(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    JsonNode answer = bench.ingest().post(path(id) + "/keys", object());
    String until = answer.path("oldKeysUntil").asText("");
    String former = until.isEmpty() ? "" : " The former ones work until " + seconds(until) + ".";
    return keyShown(answer, json, id + " has a new API key." + former + " It", "");
  }

  @Command(
      description =
          "Why items of this source became the articles they are; without ARTICLE the newest.")
  int explain(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(
              paramLabel = "ARTICLE",
              arity = "0..1",
              defaultValue = "",
              description = "articleId.")
          String article,
      @Option(names = "--json") boolean json) {
    String query = article.isEmpty() ? "" : "?article=" + encoded(ArticleId.of(article));
    return show(bench.ingest().get(path(id) + "/explain" + query), json);
  }

  @Command(description = "Remove a source; its articles stay.")
  int remove(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    return done(bench.ingest().delete(path(id)), json, id + " is removed. Its articles stay.");
  }

  @Command(name = "export", description = "All feeds as OPML, to standard output.")
  int exportOpml() {
    bench.out().print(bench.ingest().text("/api/admin/opml"));
    return ExitCode.FINE;
  }

  @Command(name = "import", description = "Register all feeds of an OPML file.")
  int importOpml(
      @Parameters(paramLabel = "FILE") Path file, @Option(names = "--json") boolean json) {
    byte[] opml = InputFile.bytes(file);
    return show(
        bench.ingest().send("POST", "/api/admin/opml", "text/x-opml+xml", opml, Map.of()), json);
  }

  private static String seconds(String instant) {
    return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// @param begin of the sentence that ends with "shown this once"
  /// @param feed its address, or blank
  private int keyShown(JsonNode answer, boolean json, String begin, String feed) {
    String how =
        "Publish with it: POST %s/api/articles, header Authorization: Bearer <key>"
            .formatted(bench.settings().http(syndication.local.process.Part.INGEST));
    String words =
        "%s, shown this once:%n  %s%n%s"
            .formatted(
                begin,
                answer.path("apiKey").asText(),
                feed.isEmpty()
                    ? how
                    : "Its feed is polled from now on; the key is for what it sends by itself.");
    return done(answer, json, words);
  }

  private static String path(String id) {
    return SOURCES + "/" + encoded(id);
  }
}
