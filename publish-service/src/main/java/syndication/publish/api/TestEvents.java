package syndication.publish.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import syndication.publish.article.PublishedArticle.Version;
import syndication.publish.delivery.Attempt;
import syndication.publish.delivery.Engine;
import syndication.publish.delivery.Outcome;
import syndication.publish.delivery.Payload;
import syndication.publish.subscription.Subscription;

/// The event that tries an endpoint: signed and sent as any other, about no article.
final class TestEvents {

  private static final String TRACE_ID_PREFIX = "7e57";
  private static final int TRACE_ID_LENGTH = 32;
  private static final int GONE = 410;

  private TestEvents() {}

  /// @return what came of it
  static Map<String, Object> send(
      Engine engine, Subscription subscription, Instant now, String id) {
    String data =
        "{\"subscriptionId\":\"%s\",\"message\":\"This is a test. Answer it with a status from 200"
                .formatted(subscription.id())
            + " to 299.\"}";
    String traceId = TRACE_ID_PREFIX + id + id;
    var payload =
        new Payload(
            "urn:test:" + id,
            new Version(1, 1),
            now,
            data.getBytes(StandardCharsets.UTF_8),
            "",
            null,
            null,
            traceId.substring(0, TRACE_ID_LENGTH),
            null,
            null);
    Attempt attempt = engine.test(subscription, payload, "msg_test_" + id);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("deliveryId", "msg_test_" + id);
    answer.put("subscriptionId", subscription.id());
    answer.put("durationMillis", attempt.took().toMillis());
    switch (attempt.outcome()) {
      case Outcome.Delivered(int status) -> {
        answer.put("outcome", "delivered");
        answer.put("status", status);
      }
      case Outcome.Failed failed -> {
        answer.put("outcome", "failed");
        answer.put("reason", failed.reason());
        if (failed.status() != null) {
          answer.put("status", failed.status());
        }
        if (failed.answer() != null) {
          answer.put("answer", failed.answer());
        }
      }
      case Outcome.Gone _ -> {
        answer.put("outcome", "gone");
        answer.put("status", GONE);
      }
      case Outcome.Refused(String reason) -> {
        answer.put("outcome", "refused");
        answer.put("reason", reason);
      }
    }
    return answer;
  }
}
