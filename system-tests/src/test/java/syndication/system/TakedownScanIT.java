package syndication.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A taken-down article's words are looked for in every record of every topic and in every column
/// of every table, of all services.
class TakedownScanIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  /// Stands in the address, the headline, the body, and in what a partner answers.
  private static final String WORD = "zyxwordofaperson";

  private final Installation syndicate = Installation.shared();

  @Test
  void aTakedownLeavesNoWordAnywhere() throws IOException, SQLException {
    Map<String, String> key = syndicate.source("scan-source");
    HttpServer echo = echo();
    try (var partner = new Partner()) {
      syndicate.subscribe("scan-partner", partner, "scan-source");
      subscribeEcho(echo);
      post(key, "About " + WORD, "First words about " + WORD + ".");
      await().atMost(SOON).until(() -> !partner.received().isEmpty());
      String articleId = partner.received().getFirst().articleId();
      post(key, "More about " + WORD, "Other words about " + WORD + ".");
      await().atMost(SOON).until(() -> partner.about(articleId).size() == 2);
      var scan = new Scan(syndicate, WORD);
      await()
          .atMost(SOON)
          .until(() ->
              scan.tables()
                  .containsAll(
                      List.of(
                          "ingest.revisions",
                          "publish.site_article",
                          "publish.payloads",
                          "publish.attempts")));
      assertThat(scan.topics())
          .contains("articles.submitted", "articles.revised", "articles.enriched");

      syndicate.run("withdraw", articleId, "--kind", "TAKEDOWN").expectSuccess();

      await().atMost(SOON).until(() -> partner.about(articleId).size() == 3);
      await().atMost(SOON).until(scan::tables, List::isEmpty);
      scan.compacting(() ->
          await()
              .atMost(SOON.multipliedBy(2))
              .until(
                  () -> {
                    scan.rollSegments();
                    return scan.topics();
                  },
                  List::isEmpty));
      assertThat(scan.tables()).isEmpty();
    } finally {
      echo.stop(0);
    }
  }

  private void post(Map<String, String> key, String headline, String words) {
    Http.post(
            syndicate.ingest() + "/api/articles",
            key,
            Articles.ninjs(WORD + "-1", headline, "<p>" + words + "</p>" + Articles.BODY)
                .toString())
        .expect(202);
  }

  /// A partner that fails, and repeats what it was sent.
  private static HttpServer echo() throws IOException {
    HttpServer it =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    it.createContext("/", TakedownScanIT::repeat);
    it.start();
    return it;
  }

  private static void repeat(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(500, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void subscribeEcho(HttpServer echo) {
    List<String> command = new ArrayList<>(List.of("partners", "add", "scan-echo", "--endpoint"));
    command.add("http://127.0.0.1:" + echo.getAddress().getPort() + "/");
    syndicate.run(command.toArray(String[]::new)).expectSuccess();
  }
}
