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
@Validated
@ConfigurationProperties("syndicate.ingest.normaliser")
public record NormaliserProperties(
    @DefaultValue("2") @Min(1) @Max(64) int concurrency,
    @DefaultValue("250ms") @NotNull Duration dueEvery,
    @DefaultValue("10m") @NotNull Duration forgetEvery) {}
