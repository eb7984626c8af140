package syndication.enrich.modelhttp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import syndication.enrich.http.BoundedHttp;
import syndication.enrich.http.BoundedHttp.Reply;
import syndication.enrich.model.ChatModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Asks a model by OpenAI's chat protocol, which Ollama, vLLM, llama.cpp and most others speak too
/// (<https://platform.openai.com/docs/api-reference/chat/create>).
final class OpenAiModel implements ChatModel {

  private static final int SHOWN_CHARS_MAX = 200;

  private final BoundedHttp http;
  private final URI completions;
  private final String name;
  private final Map<String, String> headers;
  private final JsonMapper json = JsonMapper.builder().build();

  /// @param key bearer token, or `null`
  OpenAiModel(BoundedHttp http, URI completions, String name, @Nullable String key) {
    this.http = http;
    this.completions = completions;
    this.name = name;
    this.headers =
        key == null
            ? Map.of("Accept", "application/json")
            : Map.of("Accept", "application/json", "Authorization", "Bearer " + key);
  }

  @Override
  public Answer ask(Prompt prompt) {
    byte[] body = request(prompt).getBytes(StandardCharsets.UTF_8);
    return switch (http.post(completions, ContentType.APPLICATION_JSON, body, headers)) {
      case Reply.Broken it -> new Answer.Unavailable(it.reason(), null);
      case Reply.Answered it -> answer(it);
    };
  }

  private String request(Prompt prompt) {
    ObjectNode request = json.createObjectNode();
    request.put("model", name);
    var messages = request.putArray("messages");
    messages.addObject().put("role", "system").put("content", prompt.system());
    messages.addObject().put("role", "user").put("content", prompt.user());
    request.put("temperature", 0);
    request.put("max_tokens", prompt.answerTokensMost());
    request.put("stream", false);
    return json.writeValueAsString(request);
  }

  private Answer answer(Reply.Answered reply) {
    int status = reply.status();
    if (status == HttpStatus.SC_OK) {
      return said(reply.body());
    }
    String reason = "answered " + status + shown(reply.body());
    return status == HttpStatus.SC_BAD_REQUEST
            || status == HttpStatus.SC_REQUEST_TOO_LONG
            || status == HttpStatus.SC_UNPROCESSABLE_CONTENT
        ? new Answer.Unusable(reason)
        : new Answer.Unavailable(reason, reply.retryAfter());
  }

  private Answer said(String body) {
    JsonNode answer;
    try {
      answer = json.readTree(body);
    } catch (JacksonException e) {
      return new Answer.Unusable("answered with no JSON" + shown(body));
    }
    JsonNode choice = answer.path("choices").path(0);
    JsonNode content = choice.path("message").path("content");
    if (!content.isString()) {
      return new Answer.Unusable("answered without a text" + shown(body));
    }
    return new Answer.Said(
        content.asString(),
        answer.path("usage").path("total_tokens").asLong(-1),
        choice.path("finish_reason").asString("").equals("length"));
  }

  private static String shown(String body) {
    String it = body.strip().replaceAll("\\s+", " ");
    return it.isEmpty() ? "" : ": " + it.substring(0, Math.min(it.length(), SHOWN_CHARS_MAX));
  }
}
