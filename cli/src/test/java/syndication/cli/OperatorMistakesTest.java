package syndication.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// What an operator is told who asked for what there is not, or in a form that is not read.
class OperatorMistakesTest extends RunningCommand {

  private static final String ID = "0b0e7d3a-58a4-4b53-9c1e-7f6f0d1e2a3b";

  OperatorMistakesTest() throws IOException {}

  @Test
  void helpIsThereForEveryVerbHoweverDeep() {
    assertThat(run("help", "sources", "add")).isZero();
    assertThat(out).contains("Usage: syndicate sources add").contains("--rights-holder");
    assertThat(run("partners", "subscribe", "--help")).isZero();
    assertThat(out).contains("--collapse-duplicates");
    assertThat(run("up", "-h")).isZero();
    assertThat(run("help", "sources", "fly")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("fly: no such verb (expected: ").contains("explain");
  }

  @Test
  void helpFitsATerminal() {
    run("help");

    assertThat(out.lines()).allMatch(line -> line.length() <= 80);
    assertThat(out).contains("--write keeps it in docs\n");
  }

  @Test
  void anUnknownVerbIsAnsweredWithThoseThatThereAre() {
    assertThat(run("sources", "fly")).isEqualTo(ExitCode.USAGE);

    assertThat(err)
        .contains("fly: no such verb (expected: ")
        .contains("explain")
        .contains("See: ./syndicate help sources")
        .doesNotContain("Unmatched");
    assertThat(run("sources", "show")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("See: ./syndicate help sources show");
  }

  @Test
  void whatIsNoArticleIsNotAskedFor() {
    for (String verb : new String[] {"trace", "withdraw"}) {
      assertThat(run(verb, "nonsense")).isEqualTo(ExitCode.USAGE);
      assertThat(err).contains("ARTICLE: nonsense (expected: an articleId");
    }
    assertThat(ingest.asked()).isEmpty();
  }

  @Test
  void anArticleThatNobodyKnowsIsNotTraced() {
    publish.to(
        "GET /api/admin/articles/urn%3Auuid%3A" + ID,
        200,
        "{\"articleId\":\"x\",\"site\":{},\"deliveries\":[],\"receipts\":[]}");

    assertThat(run("trace", ID)).isEqualTo(ExitCode.NOT_WELL);
    assertThat(err).contains("No article has the id urn:uuid:" + ID);
    assertThat(run("withdraw", ID)).isEqualTo(ExitCode.NOT_WELL);
  }

  @Test
  void anAddressIsWithdrawnForTheSourceThatIsNamed() {
    ingest.to("POST /api/articles/withdrawals?source=post", 202, "{}");

    assertThat(run("withdraw", "https://post.example/1")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--source");
    assertThat(run("withdraw", "https://post.example/1", "--source", "post")).isZero();
    assertThat(ingest.asked().getLast().body())
        .isEqualTo("{\"action\":\"KILL\",\"url\":\"https://post.example/1\"}");
  }

  @Test
  void aPartnerWhoseEndpointIsRefusedIsNotLeftBehind() {
    publish
        .to("POST /api/admin/partners", 201, "{\"id\":\"app\"}")
        .to(
            "POST /api/admin/partners/app/subscriptions",
            422,
            "{\"detail\":\"endpoint: ftp://x (expected: https)\"}")
        .to("DELETE /api/admin/partners/app", 204, "");

    assertThat(run("partners", "add", "app", "--endpoint", "ftp://x")).isEqualTo(ExitCode.REFUSED);

    assertThat(err).contains("endpoint: ftp://x (expected: https)");
    assertThat(publish.asked().getLast().method()).isEqualTo("DELETE");
  }

  @Test
  void whoVerifiesWithAPublicKeyIsToldThatKey() {
    publish.to(
        "POST /api/admin/partners/app/subscriptions",
        201,
        "{\"id\":\"s1\",\"publicKey\":\"whpk_k\"}");

    run("partners", "subscribe", "app", "--endpoint", "https://a.example", "--signature", "v1a");

    assertThat(out)
        .contains("app is subscribed, as s1.")
        .contains("whpk_k")
        .doesNotContain("secret");
  }

  @Test
  void aTimeMayBeADateAndNonsenseIsRefusedHere() {
    publish
        .to("GET /api/admin/partners", 200, "{\"items\":[]}")
        .to("POST /api/admin/subscriptions/s1/replay", 202, "{\"id\":\"r1\"}");

    assertThat(run("partners", "replay", "s1", "--since", "yesterday")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--since: yesterday (expected: a time such as");
    assertThat(run("partners", "replay", "s1", "--since", "2026-01-31")).isZero();
    assertThat(publish.asked().getLast().body()).isEqualTo("{\"since\":\"2026-01-31T00:00:00Z\"}");
  }

  @Test
  void quarantineIsAskedByWhatWasGivenAndNoMore() {
    ingest.to("GET /api/admin/quarantine?source=post", 200, "{\"items\":[],\"next\":null}");

    assertThat(run("quarantine", "list", "--source", "post")).isZero();
    assertThat(ingest.asked().getLast().path()).isEqualTo("/api/admin/quarantine?source=post");
  }

  @Test
  void aFilterThatNothingCanMatchIsRefused() {
    assertThat(run("watch", "deliveries.attempted", "--source", "post")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("deliveries name no source");
    assertThat(run("watch", "articles.revised", "--partner", "app")).isEqualTo(ExitCode.USAGE);
    assertThat(run("watch", "articles.revised", "--last", "-1")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--last: -1 (expected: 0 or more)");
  }

  @Test
  void aFileThatIsNotThereIsAMistakeOfTheCommandLine() {
    assertThat(run("post", "/nowhere/a.json", "--key", "k")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("There is no file /nowhere/a.json.");
  }

  @Test
  void aNewKeyIsNoNewSource() {
    ingest.to(
        "POST /api/admin/sources/post/keys",
        201,
        "{\"apiKey\":\"k-2\",\"oldKeysUntil\":\"2026-11-26T10:00:00.123Z\"}");

    assertThat(run("sources", "key", "post")).isZero();

    assertThat(out)
        .contains("post has a new API key.")
        .contains("until 2026-11-26T10:00:00Z")
        .contains("k-2")
        .doesNotContain("registered");
  }
}
