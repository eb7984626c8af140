package syndication.ingest.polling;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which addresses may be called although they are not of the public internet.
///
/// @param allow ranges such as `10.1.0.0/16`, or hosts with their port such as
///   `feeds.internal:8080`
@ConfigurationProperties("syndicate.ingest.address")
record AddressProperties(@DefaultValue List<String> allow) {}
