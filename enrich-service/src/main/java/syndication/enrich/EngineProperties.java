package syndication.enrich;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What an operator puts in front of our own stages.
///
/// @param topicModel file of `topics train`
/// @param categories file of categories and the Media Topics they stand for, JSON lines or CSV
/// @param opennlp models of OpenNLP's name finder
/// @param corenlp address of a server of Stanford CoreNLP; empty for none
/// @param corenlpLanguages it has models for
/// @param corenlpWithin until its answer is there; an article waits for it
@Validated
@ConfigurationProperties("syndicate.enrich.engines")
record EngineProperties(
    @Nullable Path topicModel,
    @Nullable Path categories,
    @DefaultValue @Valid List<OpenNlp> opennlp,
    @Nullable String corenlp,
    @DefaultValue("en") @NotEmpty List<String> corenlpLanguages,
    @DefaultValue("2s") Duration corenlpWithin) {

  EngineProperties {
    opennlp = List.copyOf(opennlp);
    corenlpLanguages = List.copyOf(corenlpLanguages);
  }

  /// @param language BCP 47 primary subtag
  /// @param files `.bin` files
  record OpenNlp(@NotBlank String language, @NotEmpty List<Path> files) {
    OpenNlp {
      files = List.copyOf(files);
    }
  }
}
