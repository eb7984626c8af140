package syndication.publish.webhook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How partners' endpoints are called.
///
/// @param deadline for the whole exchange: looking up, connecting, TLS, sending, the whole answer
/// @param allow addresses that are let in although they are not the public internet: ranges such as
///   `10.1.0.0/16`, hosts with a port such as `partner.internal:8443`
/// @param connectionsMax connections to one endpoint, those for withdrawals included
/// @param connectionTtl a connection is not used longer than this, so that a changed address is
///   noticed
/// @param userAgent what we call ourselves
@Validated
@ConfigurationProperties("syndicate.publish.webhook")
public record WebhookProperties(
    @DefaultValue("15s") Duration deadline,
    @DefaultValue List<String> allow,
    @DefaultValue("72") @Min(1) @Max(1_000) int connectionsMax,
    @DefaultValue("5m") Duration connectionTtl,
    @DefaultValue("Syndicate/0.1 (webhooks; https://www.standardwebhooks.com)") String userAgent) {}
