package syndication.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import syndication.schema.ArticleRevised;
import syndication.schema.SubmissionAction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What operators ask the whole service, held against what it says of itself.
class AdministrationEdgeTest extends RunningIngest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();

  private record Answer(int status, JsonNode body) {}

  @Test
  void everyRouteIsDescribed() throws IOException, InterruptedException {
    Set<String> mapped = new TreeSet<>();
    require(context())
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (handler.getBeanType().getPackageName().startsWith("syndication")) {
            info.getPatternValues()
                .forEach(path ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapped.add(method + " " + path)));
          }
        });

    assertThat(openApi().routes()).containsExactlyInAnyOrderElementsOf(mapped);
  }

  @Test
  void theAnswersAreAsDescribed() throws IOException, InterruptedException {
    OpenApi api = openApi();
    submit(ninjs("told", "t-1", "story-1", "A ferry sails again", "It sailed on Monday."));
    submit(event("told", "t-2", "story-2", SubmissionAction.PUBLISH, "{\"uri\": 7}"));
    ArticleRevised revised = revisionsOf("told", 1).getFirst();
    await().atMost(SOON).until(() -> counts("told").quarantined() == 1);

    api.assertFits("Submission", get("/api/submissions/t-1"));
    api.assertFits("ArticleTrace", get("/api/admin/articles/" + revised.getArticleId()));
    api.assertFits("CountsList", get("/api/admin/counts"));
    api.assertFits("Explanation", get("/api/admin/sources/told/explain"));
    JsonNode quarantined = get("/api/admin/quarantine?source=told&rule=");
    api.assertFits("QuarantinedList", quarantined);
    String id = quarantined.at("/items/0/quarantineId").asString();
    api.assertFits("QuarantinedBody", get("/api/admin/quarantine/" + id));
    Answer retried = call("POST", "/api/admin/quarantine/" + id + "/retry");
    assertThat(retried.status()).isEqualTo(202);
    api.assertFits("Retried", retried.body());
  }

  @Test
  void whatIsNotThereIsSaidToBeNotThere() throws IOException, InterruptedException {
    submit(ninjs("here", "h-1", "story-1", "A crane is painted blue", "It was red before."));
    revisionsOf("here", 1);
    OpenApi api = openApi();

    for (String path :
        new String[] {
          "/api/admin/sources/nobody/explain",
          "/api/admin/sources/here/explain?article=urn:uuid:0",
          "/api/admin/quarantine/nothing",
          "/api/admin/articles/nothing",
          "/api/submissions/nothing",
        }) {
      Answer answer = call("GET", path);

      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.body().path("detail").asString()).as(path).containsAnyOf("no", "nothing");
      api.assertFits("Problem", answer.body());
    }
  }

  private OpenApi openApi() throws IOException, InterruptedException {
    return new OpenApi(get("/openapi.json"));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    Answer answer = call("GET", path);
    assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private Answer call(String method, String path) throws IOException, InterruptedException {
    String port = bean(Environment.class).getProperty("local.server.port");
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + OPERATOR)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }
}
