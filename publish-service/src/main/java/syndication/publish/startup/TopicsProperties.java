package syndication.publish.startup;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the pipeline's topics come to be.
///
/// @param create whether missing topics are created at start
/// @param replicationFactor copies of each partition of a created topic
@Validated
@ConfigurationProperties("syndicate.topics")
public record TopicsProperties(
    @DefaultValue("true") boolean create, @DefaultValue("1") @Min(1) int replicationFactor) {}
