package syndication.enrich.sidecar;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpStatus;
import syndication.enrich.engine.NameEngine;
import syndication.enrich.entity.EntityType;
import syndication.enrich.entity.Mention;
import syndication.enrich.http.BoundedHttp;
import syndication.enrich.http.BoundedHttp.Reply;
import syndication.enrich.model.Breaker;
import syndication.enrich.segment.Sentence;
import syndication.enrich.segment.Token;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Names by a server of Stanford CoreNLP that an operator runs
/// (<https://stanfordnlp.github.io/CoreNLP/corenlp-server.html>). It gets our own words, one
/// sentence a line, so that what it answers stands at our words.
public final class CoreNlpNames implements NameEngine {

  private static final String PROPERTIES =
      """
      {"annotators":"tokenize,ssplit,pos,lemma,ner","tokenize.whitespace":"true",\
      "ssplit.eolonly":"true","ner.applyFineGrained":"false","outputFormat":"json"}\
      """;

  private static final double CONFIDENCE = 0.9;

  private final BoundedHttp http;
  private final URI address;
  private final Set<String> languages;
  private final Breaker breaker;
  private final InstantSource clock;
  private final JsonMapper json = JsonMapper.builder().build();

  /// @param address of the server
  /// @param languages it has models for
  public CoreNlpNames(
      BoundedHttp http, URI address, Set<String> languages, Breaker breaker, InstantSource clock) {
    this.http = http;
    String base = address.toString().replaceAll("/+$", "");
    this.address =
        URI.create(base + "/?properties=" + URLEncoder.encode(PROPERTIES, StandardCharsets.UTF_8));
    this.languages = Set.copyOf(languages);
    this.breaker = breaker;
    this.clock = clock;
  }

  @Override
  public boolean knows(String language) {
    return languages.contains(language);
  }

  @Override
  public Answer names(List<Sentence> sentences, String language) {
    if (sentences.isEmpty()) {
      return new Answer.Found(List.of());
    }
    if (!breaker.tryStart(clock.instant())) {
      return new Answer.Silent("CoreNLP failed too often lately");
    }
    Answer answer = asked(sentences);
    switch (answer) {
      case Answer.Found _ -> breaker.succeeded();
      case Answer.Silent _ -> breaker.failed(clock.instant());
    }
    return answer;
  }

  private Answer asked(List<Sentence> sentences) {
    var text = new StringBuilder();
    for (Sentence sentence : sentences) {
      for (Token it : sentence.tokens()) {
        text.append(it.text()).append(' ');
      }
      text.append('\n');
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    ContentType type = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);
    return switch (http.post(address, type, body, Map.of())) {
      case Reply.Broken it -> new Answer.Silent("CoreNLP: " + it.reason());
      case Reply.Answered it ->
          it.status() == HttpStatus.SC_OK
              ? found(it.body(), sentences)
              : new Answer.Silent("CoreNLP answered " + it.status());
    };
  }

  private Answer found(String body, List<Sentence> sentences) {
    JsonNode answer;
    try {
      answer = json.readTree(body);
    } catch (JacksonException e) {
      return new Answer.Silent("CoreNLP answered with no JSON");
    }
    JsonNode theirs = answer.path("sentences");
    if (theirs.size() != sentences.size()) {
      return new Answer.Silent(
          "CoreNLP cut %d sentences of %d".formatted(theirs.size(), sentences.size()));
    }
    var mentions = new ArrayList<Mention>();
    for (int i = 0; i < sentences.size(); i++) {
      List<Token> tokens = sentences.get(i).tokens();
      if (theirs.path(i).path("tokens").size() != tokens.size()) {
        return new Answer.Silent("CoreNLP cut other words than ours");
      }
      for (JsonNode it : theirs.path(i).path("entitymentions")) {
        add(mentions, i, tokens, it);
      }
    }
    return new Answer.Found(List.copyOf(mentions));
  }

  private static void add(
      List<Mention> mentions, int sentence, List<Token> tokens, JsonNode mention) {
    EntityType type = type(mention.path("ner").asString(""));
    int from = mention.path("tokenBegin").asInt(-1);
    int to = mention.path("tokenEnd").asInt(-1);
    boolean overlaps =
        !mentions.isEmpty()
            && mentions.getLast().sentence() == sentence
            && mentions.getLast().to() > from;
    if (type == EntityType.OTHER || from < 0 || to <= from || to > tokens.size() || overlaps) {
      return;
    }
    String name = String.join(" ", tokens.subList(from, to).stream().map(Token::text).toList());
    double sure = mention.path("nerConfidences").path(mention.path("ner").asString("")).asDouble(0);
    mentions.add(
        new Mention(
            sentence, from, to, name, type, sure > 0 && sure <= 1 ? sure : CONFIDENCE, null));
  }

  private static EntityType type(String ner) {
    return switch (ner) {
      case "PERSON" -> EntityType.PERSON;
      case "ORGANIZATION" -> EntityType.ORGANISATION;
      case "LOCATION", "CITY", "COUNTRY", "STATE_OR_PROVINCE" -> EntityType.PLACE;
      default -> EntityType.OTHER;
    };
  }
}
