package syndication.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SyndicateCommandTest extends RunningCommand {

  private static final String NONE = "{\"items\":[],\"next\":null}";

  SyndicateCommandTest() throws IOException {}

  @Test
  void aSourcesKeyIsShownOnce() {
    ingest.to(
        "POST /api/admin/sources", 201, "{\"source\":{\"id\":\"post\"},\"apiKey\":\"k-123\"}");

    int exit =
        run(
            "sources",
            "add",
            "post",
            "--feed",
            "https://post.example/rss",
            "--rights-holder",
            "Post Ltd",
            "--syndication",
            "YES");

    assertThat(exit).isZero();
    assertThat(out).contains("k-123");
    assertThat(ingest.asked().getFirst().authorization()).isEqualTo("Bearer t0ken");
    assertThat(ingest.asked().getFirst().body())
        .isEqualTo(
            "{\"id\":\"post\",\"name\":\"post\",\"kind\":\"FEED\",\"feedUrl\":\"https://post.example/rss\",\"rights\":{\"holder\":\"Post"
                + " Ltd\",\"syndication\":\"YES\"}}");
  }

  @Test
  void aRefusalNamesTheFieldAndExitsWithTwo() {
    ingest.to(
        "POST /api/admin/sources",
        422,
        """
        {"title":"Not a source","status":422,"detail":"One field is wrong.",
         "errors":[{"field":"id","found":"A B","expected":"lower case"}]}
        """);

    int exit = run("sources", "add", "A B");

    assertThat(exit).isEqualTo(ExitCode.REFUSED);
    assertThat(err).contains("One field is wrong.").contains("id: A B (expected: lower case)");
  }

  @Test
  void whatIsNotThereExitsWithOne() {
    ingest.to("GET /api/admin/sources/nobody", 404, "{\"title\":\"No such source\"}");

    assertThat(run("sources", "show", "nobody")).isEqualTo(ExitCode.NOT_WELL);
    assertThat(err).contains("No such source");
  }

  @Test
  void aTrialThatFindsNoFeedExitsWithOneAndShowsWhatWasTried() {
    ingest.to(
        "POST /api/admin/sources/test",
        200,
        "{\"feedUrl\":null,\"says\":\"no feed was found\",\"steps\":[\"/feed: 404\"]}");

    assertThat(run("sources", "test", "https://harbour.example")).isEqualTo(ExitCode.NOT_WELL);
    assertThat(out).contains("no feed was found").contains("/feed: 404");
  }

  @Test
  void aPollSaysWhatCameOfIt() {
    ingest.to(
        "POST /api/admin/sources/post/poll",
        200,
        "{\"says\":\"read 3 entries\",\"failed\":false,\"nextFetchAt\":\"2026-11-24T10:00:00Z\"}");
    assertThat(run("sources", "poll", "post")).isZero();
    assertThat(out).contains("post: read 3 entries; again at 2026-11-24T10:00:00Z");

    ingest.to(
        "POST /api/admin/sources/post/poll",
        200,
        "{\"says\":\"the origin forbids it (403)\",\"failed\":true}");
    assertThat(run("sources", "poll", "post")).isEqualTo(ExitCode.NOT_WELL);
    assertThat(out).contains("forbids");
  }

  @Test
  void aServiceThatDoesNotRunExitsWith69AndSaysHowToStartIt() {
    ingest.close();

    assertThat(run("sources", "list")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("./syndicate up");
  }

  @Test
  void aLongListIsReadPageByPage() {
    ingest
        .to(
            "GET /api/admin/sources",
            200,
            "{\"items\":[{\"id\":\"one\",\"kind\":\"API\"}],\"next\":\"c/2\"}")
        .to(
            "GET /api/admin/sources?cursor=c%2F2",
            200, "{\"items\":[{\"id\":\"two\",\"kind\":\"FEED\"}],\"next\":null}");

    assertThat(run("sources", "list")).isZero();

    assertThat(out.lines()).hasSize(3);
    assertThat(out).contains("one").contains("two");
  }

  @Test
  void aVerbOnAPartnerIsDoneForEachOfItsSubscriptions() {
    publish
        .to("GET /api/admin/partners", 200, "{\"items\":[{\"id\":\"app\"}]}")
        .to(
            "GET /api/admin/partners/app/subscriptions",
            200,
            "{\"items\":[{\"id\":\"s1\"},{\"id\":\"s2\"}]}")
        .to("POST /api/admin/subscriptions/s1/pause", 200, "{\"id\":\"s1\"}")
        .to("POST /api/admin/subscriptions/s2/pause", 200, "{\"id\":\"s2\"}");

    assertThat(run("partners", "pause", "app")).isZero();

    assertThat(out).contains("s1 is paused.").contains("s2 is paused.");
  }

  @Test
  void aFilterIsSentAsTheApiWantsIt() {
    publish.to(
        "POST /api/admin/partners/app/subscriptions",
        201,
        "{\"id\":\"s1\",\"secret\":\"whsec_x\"}");

    assertThat(
            run(
                "partners",
                "subscribe",
                "app",
                "--endpoint",
                "https://app.example/hook",
                "--source",
                "a,b",
                "--language",
                "en",
                "--per-second",
                "5"))
        .isZero();

    assertThat(out).contains("whsec_x");
    assertThat(publish.asked().getFirst().body())
        .isEqualTo(
            "{\"endpoint\":\"https://app.example/hook\",\"filter\":{\"sources\":[\"a\",\"b\"],"
                + "\"languages\":[\"en\"]},\"rateLimitPerSecond\":5.0}");
  }

  @Test
  void deliveriesAreAskedForByWhatWasGiven() {
    publish.to("GET /api/admin/deliveries?partner=app&state=parked", 200, NONE);
    publish.to("GET /api/admin/deliveries", 200, NONE);

    assertThat(run("partners", "deliveries", "app", "--state", "parked")).isZero();
    assertThat(run("partners", "deliveries")).isZero();
  }

  @Test
  void anArticlesFileIsPostedWithItsTypeAndKey() throws IOException {
    ingest.to("POST /api/articles?url=https%3A%2F%2Fa.example%2F1", 202, "{\"receiptId\":\"r-1\"}");
    Path page = Files.writeString(home.resolve("page.html"), "<h1>Title</h1>");

    int exit = run("post", page.toString(), "--key", "k-9", "--url", "https://a.example/1");

    assertThat(exit).isZero();
    assertThat(out).contains("r-1");
    assertThat(ingest.asked().getFirst())
        .isEqualTo(
            new StandIn.Asked(
                "POST",
                "/api/articles?url=https%3A%2F%2Fa.example%2F1",
                "Bearer k-9",
                "text/html",
                "<h1>Title</h1>"));
  }

  @Test
  void aWithdrawalTakesTheIdAsItStandsInTheSitesAddress() {
    ingest
        .to(
            "GET /api/admin/articles/urn%3Auuid%3A0b0e7d3a-58a4-4b53-9c1e-7f6f0d1e2a3b",
            200, "{\"sourceId\":\"post\"}")
        .to("POST /api/articles/withdrawals?source=post", 202, "{}");

    int exit =
        run(
            "withdraw",
            "https://news.example/articles/0b0e7d3a-58a4-4b53-9c1e-7f6f0d1e2a3b",
            "--kind",
            "TAKEDOWN");

    assertThat(exit).isZero();
    assertThat(ingest.asked().getLast().body())
        .isEqualTo(
            "{\"action\":\"TAKEDOWN\",\"articleId\":\"urn:uuid:0b0e7d3a-58a4-4b53-9c1e-7f6f0d1e2a3b\"}");
  }

  @Test
  void aReplayIsOrderedWatchedAndTold() {
    enrich
        .to("POST /api/admin/replays", 201, "{\"id\":\"r1\",\"state\":\"running\"}")
        .to(
            "GET /api/admin/replays/r1",
            200,
            """
            {"id":"r1","state":"done","dryRun":true,"counts":{"changed":1,"changed.tags":1,"compared":2},
             "samples":[{"articleId":"urn:uuid:1","headline":"Boats","changes":{
               "tags":{"added":["place: Bergen"],"removed":["person: Mayor"]},
               "summary":{"from":"Old.","to":"New."}}}]}
            """);

    assertThat(run("replay", "enrich", "--stage", "entities,summary", "--dry-run")).isZero();

    assertThat(enrich.asked().getFirst().body())
        .isEqualTo("{\"stages\":[\"entities\",\"summary\"],\"model\":false,\"dryRun\":true}");
    assertThat(enrich.asked().getFirst().authorization()).isEqualTo("Bearer t0ken");
    assertThat(out)
        .contains("r1 is done, a dry run")
        .contains("changed.tags")
        .contains("tags + place: Bergen")
        .contains("tags - person: Mayor")
        .contains("summary - Old.")
        .contains("summary + New.")
        .contains("./syndicate replay changes r1");
  }

  @Test
  void aReplayIsStoppedAndAllItsChangesCanBeHad() {
    enrich
        .to("POST /api/admin/replays/r1/stop", 200, "{\"id\":\"r1\",\"state\":\"running\"}")
        .to(
            "GET /api/admin/replays/r1/changes",
            200,
            "{\"articleId\":\"a\"}\n{\"articleId\":\"b\"}\n")
        .to("GET /api/admin/replays", 200, NONE);

    assertThat(run("replay", "stop", "r1")).isZero();
    assertThat(out).contains("replay resume r1");
    assertThat(run("replay", "changes", "r1")).isZero();
    assertThat(out).isEqualTo("{\"articleId\":\"a\"}\n{\"articleId\":\"b\"}\n");
    assertThat(run("replay", "status")).isZero();
    assertThat(out).contains("There was no replay.");
    assertThat(run("replay", "changes", "r2")).isEqualTo(ExitCode.NOT_WELL);
  }

  @Test
  void nonsenseExitsWith64AndSaysWhereToLook() {
    assertThat(run("sorces")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("./syndicate help");
    assertThat(run("sources")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("One of: add");
    assertThat(run("watch", "nothing")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("articles.enriched");
    assertThat(run("withdraw", "x", "--kind", "HIDE")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void erasingHasToBeMeant() {
    assertThat(run("down", "--erase")).isEqualTo(ExitCode.REFUSED);
    assertThat(err).contains("--erase --yes");
    assertThat(home.resolve("operator-token")).exists();
  }

  @Test
  void theStatusOfNothingSaysHowToStart() {
    assertThat(run("status")).isEqualTo(ExitCode.NOT_WELL);
    assertThat(out).contains("Nothing is running. Start it with ./syndicate up");
    assertThat(run("status", "--json")).isEqualTo(ExitCode.NOT_WELL);
    assertThat(out).contains("\"well\" : false");
  }
}
