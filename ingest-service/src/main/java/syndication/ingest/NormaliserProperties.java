package syndication.ingest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the normaliser works.
///
/// @param concurrency threads that take submissions from Kafka; more than the topic has partitions
///   are idle
/// @param dueEvery how often it is looked for embargoes that end and articles that expire
/// @param forgetEvery how often records past their time are removed
/// @param createTopics whether missing topics are created at start; if not, they have to be there
/// @param replicationFactor copies of each partition of topics that are created
@Validated
@ConfigurationProperties("syndicate.ingest.normaliser")
public record NormaliserProperties(
    @DefaultValue("2") @Min(1) @Max(64) int concurrency,
    @DefaultValue("250ms") @NotNull Duration dueEvery,
    @DefaultValue("10m") @NotNull Duration forgetEvery,
    @DefaultValue("true") boolean createTopics,
    @DefaultValue("1") @Min(1) int replicationFactor) {}
