package syndication.enrich.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import syndication.enrich.engine.EnginesFirst;
import syndication.enrich.engine.NameEngine.Answer;
import syndication.enrich.entity.EntityType;
import syndication.enrich.entity.Gazetteer;
import syndication.enrich.entity.Mention;
import syndication.enrich.entity.RuleRecogniser;
import syndication.enrich.http.BoundedHttp;
import syndication.enrich.lucene.LuceneLexicon;
import syndication.enrich.model.Breaker;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Tokenizer;

/// Against a local server that speaks CoreNLP's JSON.
class CoreNlpNamesEdgeTest {

  private static final String TEXT = "Anna de Vries of Acme flew to Norway .";
  private static final String GOOD =
      """
      {"sentences":[{"index":0,"tokens":[{},{},{},{},{},{},{},{},{}],"entitymentions":[
        {"tokenBegin":0,"tokenEnd":3,"text":"Anna de Vries","ner":"PERSON",
         "nerConfidences":{"PERSON":0.98}},
        {"tokenBegin":4,"tokenEnd":5,"text":"Acme","ner":"ORGANIZATION"},
        {"tokenBegin":7,"tokenEnd":8,"text":"Norway","ner":"COUNTRY"},
        {"tokenBegin":8,"tokenEnd":9,"text":".","ner":"DATE"}]}]}
      """;

  private final List<String> asked = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Breaker breaker = new Breaker();
  private volatile String answer = GOOD;
  private volatile int status = 200;
  private volatile boolean hangs;
  private HttpServer server;
  private BoundedHttp http;
  private CoreNlpNames engine;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::answer);
    server.start();
    http =
        new BoundedHttp(
            new BoundedHttp.Limits(Duration.ofSeconds(5), Duration.ofMillis(1_500), 1024 * 1024, 2),
            InstantSource.system());
    engine =
        new CoreNlpNames(
            http,
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            Set.of("en"),
            breaker,
            () -> Instant.EPOCH);
  }

  @AfterEach
  void stop() {
    end.countDown();
    http.close();
    server.stop(0);
  }

  @Test
  void itsNamesStandAtOurWords() {
    List<Mention> mentions = mentions();

    assertThat(mentions)
        .extracting(Mention::text, Mention::type, Mention::from, Mention::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Anna de Vries", EntityType.PERSON, 0, 3),
            org.assertj.core.groups.Tuple.tuple("Acme", EntityType.ORGANISATION, 4, 5),
            org.assertj.core.groups.Tuple.tuple("Norway", EntityType.PLACE, 7, 8));
    assertThat(mentions.getFirst().confidence()).isEqualTo(0.98);
    assertThat(mentions.getLast().known()).as("our list knows the country").isNotNull();
    assertThat(asked.getFirst()).contains(TEXT);
    assertThat(asked.getFirst()).contains("ssplit.eolonly");
  }

  @Test
  void withoutAnAnswerOurRulesDoAlone() {
    for (String it : List.of("", "{}", "[", GOOD.replace("{},{},{},{}", "{}"))) {
      answer = it;
      assertThat(mentions()).extracting(Mention::text).contains("Norway");
    }
    assertThat(reasons).hasSize(4);
  }

  @Test
  void aServerThatHangsIsCutOff() {
    hangs = true;

    assertThat(mentions()).extracting(Mention::text).contains("Norway");
    assertThat(reasons.getFirst()).contains("1500 ms");
  }

  @Test
  void aServerThatOnlyFailsIsLeftAlone() {
    status = 500;
    for (int i = 0; i < 10; i++) {
      mentions();
    }

    assertThat(asked).hasSize(5);
    assertThat(engine.names(List.of(sentence()), "en"))
        .isEqualTo(new Answer.Silent("CoreNLP failed too often lately"));
  }

  @Test
  void anotherLanguageIsNotAskedFor() {
    recogniser().mentions(List.of(sentence()), "fr");

    assertThat(asked).isEmpty();
  }

  private List<Mention> mentions() {
    return recogniser().mentions(List.of(sentence()), "en");
  }

  private EnginesFirst recogniser() {
    return new EnginesFirst(
        List.of(engine),
        new RuleRecogniser(new Gazetteer(List.of()), new LuceneLexicon()),
        reasons::add);
  }

  private static Sentence sentence() {
    return new Sentence(TEXT, 0, true, Tokenizer.tokens(TEXT, "en"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(exchange.getRequestURI().getQuery() + "\n" + body);
      if (hangs) {
        end.await();
      }
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
