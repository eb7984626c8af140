package syndication.enrich.kafka;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the schema registry is.
///
/// @param registry address of the API that speaks Confluent's protocol
@Validated
@ConfigurationProperties("syndicate")
public record RegistryProperties(
    @DefaultValue("http://127.0.0.1:8084/apis/ccompat/v7") URI registry) {}
