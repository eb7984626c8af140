package syndication.enrich.kafka.replay;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where replays are kept.
///
/// @param directory for the state, the report and the events of replays; without one, a folder
///   among the machine's temporary files, which a restart of the machine may empty
@ConfigurationProperties("syndicate.enrich.replay")
public record ReplayProperties(@Nullable Path directory) {

  Path folder() {
    return directory != null && !directory.toString().isBlank()
        ? directory
        : Path.of(String.valueOf(System.getProperty("java.io.tmpdir")), "syndicate-replays");
  }
}
