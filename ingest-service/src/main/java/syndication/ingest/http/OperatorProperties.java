package syndication.ingest.http;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The secret that makes a caller the operator.
///
/// @param operatorToken the token itself, or `null` or blank
/// @param operatorTokenFile a file that holds the token, read when needed, or `null`
@ConfigurationProperties("syndicate")
record OperatorProperties(@Nullable String operatorToken, @Nullable Path operatorTokenFile) {}
