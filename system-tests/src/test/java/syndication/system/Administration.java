package syndication.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/// What an operator does over HTTP, however the system was started.
public interface Administration {

  /// The address of ingest-service.
  String ingest();

  /// The address of publish-service.
  String publish();

  /// The headers of an operator's requests.
  Map<String, String> operator();

  /// Registers a source that publishes by HTTP.
  ///
  /// @return the headers its requests carry
  default Map<String, String> source(String id) {
    ObjectNode source =
        Http.JSON.createObjectNode().put("id", id).put("name", "Source " + id).put("kind", "API");
    JsonNode answer =
        Http.post(ingest() + "/api/admin/sources", operator(), source.toString())
            .expect(201)
            .json();
    return Map.of(
        "Authorization",
        "Bearer " + answer.path("apiKey").asText(),
        "Content-Type",
        "application/json");
  }

  /// Registers a source whose feed is polled.
  default void feed(String id, String feedUrl) {
    ObjectNode source =
        Http.JSON
            .createObjectNode()
            .put("id", id)
            .put("name", "Feed " + id)
            .put("kind", "FEED")
            .put("feedUrl", feedUrl);
    Http.post(ingest() + "/api/admin/sources", operator(), source.toString()).expect(201);
  }

  default void poll(String sourceId) {
    Http.Answer answer =
        Http.post(ingest() + "/api/admin/sources/" + sourceId + "/poll", operator(), "{}");
    if (answer.status() >= 300) {
      throw new AssertionError("HTTP " + answer.status() + ": " + answer.body());
    }
  }

  /// Subscribes a partner to everything of some sources.
  ///
  /// @return the subscription's id
  default String subscribe(String partnerId, Partner partner, String... sources) {
    Http.post(
            publish() + "/api/admin/partners",
            operator(),
            Http.JSON
                .createObjectNode()
                .put("id", partnerId)
                .put("name", "Partner " + partnerId)
                .toString())
        .expect(201);
    ObjectNode subscription = Http.JSON.createObjectNode().put("endpoint", partner.endpoint());
    var filter = subscription.putObject("filter").putArray("sources");
    List.of(sources).forEach(filter::add);
    JsonNode answer =
        Http.post(
                publish() + "/api/admin/partners/" + partnerId + "/subscriptions",
                operator(),
                subscription.toString())
            .expect(201)
            .json();
    partner.use(answer.path("secret").asText());
    JsonNode id = answer.path("subscription").path("id");
    return id.isMissingNode() ? answer.path("id").asText() : id.asText();
  }

  /// The accounts of one source.
  default JsonNode counts(String sourceId) {
    JsonNode all = Http.get(ingest() + "/api/admin/counts", operator()).expect(200).json();
    for (JsonNode it : all.path("items")) {
      if (it.path("sourceId").asText().equals(sourceId)) {
        return it;
      }
    }
    return Http.JSON.createObjectNode();
  }
}
