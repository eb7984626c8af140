package syndication.enrich.kafka;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the pipeline's topics come to be.
///
/// @param create whether to create missing topics; where operators do it themselves, `false`
/// @param replicationFactor copies of each partition of a new topic, at most the number of brokers
@Validated
@ConfigurationProperties("syndicate.topics")
public record TopicProperties(
    @DefaultValue("true") boolean create, @DefaultValue("1") @Min(1) int replicationFactor) {}
