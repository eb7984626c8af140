package syndication.enrich;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What an operator may say about enrichment.
///
/// @param stages which stages run, in this order
/// @param languageThreshold confidence under which the language is `und`
/// @param tagsMost tags of one article
/// @param topicsMost topics of one article
/// @param keyphrasesMost key phrases of one article
/// @param summaryWordsLeast words a summary should have
/// @param summaryWordsMost words a summary may have
/// @param gazetteers files of names to know: JSON lines or CSV, see the documentation
/// @param aliases file of names and what each is published as, JSON lines
/// @param removals file of names that editors removed, for good, JSON lines
@Validated
@ConfigurationProperties("syndicate.enrich")
public record EnrichProperties(
    @DefaultValue({
          "reading",
          "language",
          "segment",
          "entities",
          "topics",
          "keyphrases",
          "summary",
          "facts"
        })
        @NotEmpty
        List<String> stages,
    @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("1") double languageThreshold,
    @DefaultValue("15") @Min(0) @Max(100) int tagsMost,
    @DefaultValue("6") @Min(0) @Max(17) int topicsMost,
    @DefaultValue("8") @Min(0) @Max(50) int keyphrasesMost,
    @DefaultValue("45") @Min(1) int summaryWordsLeast,
    @DefaultValue("65") @Min(1) @Max(500) int summaryWordsMost,
    @DefaultValue List<Path> gazetteers,
    @Nullable Path aliases,
    @Nullable Path removals) {

  public EnrichProperties {
    stages = List.copyOf(stages);
    gazetteers = List.copyOf(gazetteers);
  }
}
