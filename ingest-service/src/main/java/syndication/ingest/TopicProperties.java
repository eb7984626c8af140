package syndication.ingest;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the pipeline's topics come to be; the same for all services.
///
/// @param create whether missing topics are created at start; if not, they have to be there
/// @param replicationFactor copies of each partition of topics that are created
@Validated
@ConfigurationProperties("syndicate.topics")
public record TopicProperties(
    @DefaultValue("true") boolean create, @DefaultValue("1") @Min(1) int replicationFactor) {}
