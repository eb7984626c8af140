package syndication.enrich.modelhttp;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Which language model may write summaries, and what it may cost. Without an address there is
/// none.
///
/// @param address of an API that speaks OpenAI's chat protocol, up to `/v1`, such as
///   `http://127.0.0.1:11434/v1` of Ollama; empty for no model
/// @param name of the model, as that API calls it
/// @param apiKey sent as a bearer token; empty for none
/// @param apiKeyFile file that has the key, such as a mounted secret; empty for none
/// @param concurrent questions at once
/// @param queueMost articles that wait for the model; what comes on top keeps its extractive
///   summary
/// @param tokensPerDay that may be spent on a day of UTC by this instance; 0 for no bound
/// @param connectWithin until there is a connection
/// @param answerWithin until the answer is there whole
/// @param attempts for one article
/// @param answerTokensMost the model may say, its thoughts included
/// @param textCharsMost of an article that the model is told
@Validated
@ConfigurationProperties("syndicate.enrich.model")
public record ModelProperties(
    @Nullable String address,
    @DefaultValue("llama3.2") @NotBlank String name,
    @Nullable String apiKey,
    @Nullable String apiKeyFile,
    @DefaultValue("2") @Min(1) @Max(64) int concurrent,
    @DefaultValue("200") @Min(1) @Max(10_000) int queueMost,
    @DefaultValue("1000000") @Min(0) long tokensPerDay,
    @DefaultValue("5s") Duration connectWithin,
    @DefaultValue("60s") Duration answerWithin,
    @DefaultValue("2") @Min(1) @Max(5) int attempts,
    @DefaultValue("600") @Min(50) @Max(8_000) int answerTokensMost,
    @DefaultValue("12000") @Min(1_000) @Max(200_000) int textCharsMost) {

  private static final String COMPLETIONS = "/chat/completions";

  public ModelProperties {
    if (address != null && !address.isBlank()) {
      completions(address);
    }
  }

  boolean on() {
    return address != null && !address.isBlank();
  }

  /// Where questions go.
  URI completions() {
    if (address == null) {
      throw new IllegalStateException("no model is configured");
    }
    return completions(address);
  }

  private static URI completions(String address) {
    String base = address.strip().replaceAll("/+$", "");
    URI it = URI.create(base.endsWith(COMPLETIONS) ? base : base + COMPLETIONS);
    if (it.getHost() == null || !String.valueOf(it.getScheme()).startsWith("http")) {
      throw new IllegalArgumentException(
          "syndicate.enrich.model.address: " + address + " (expected: http://host/v1)");
    }
    return it;
  }

  /// The key, from wherever it is; `null` when there is none.
  @Nullable String key() {
    if (apiKey != null && !apiKey.isBlank()) {
      return apiKey.strip();
    }
    if (apiKeyFile == null || apiKeyFile.isBlank()) {
      return null;
    }
    try {
      return Files.readString(Path.of(apiKeyFile)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the model's key in " + apiKeyFile, e);
    }
  }
}
