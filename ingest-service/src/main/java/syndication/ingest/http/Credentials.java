package syndication.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import syndication.ingest.source.ApiKey;
import syndication.ingest.source.Source;
import syndication.ingest.source.Sources;

/// Finds the source of a key, and remembers it for a moment so that a busy source does not ask the
/// database with every article. Safe for use by several threads.
final class Credentials {

  /// How long a revoked key may still work on another instance.
  private static final Duration REMEMBERED = Duration.ofSeconds(5);

  /// More keys than any installation uses within [#REMEMBERED].
  private static final int REMEMBERED_MAX = 10_000;

  private final Sources sources;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  Credentials(Sources sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  Optional<Source> sourceOf(String shown) {
    Optional<ApiKey> key = ApiKey.parse(shown);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    String hash = HexFormat.of().formatHex(key.get().hash());
    Known it = known.get(hash);
    if (it != null && it.until().isAfter(now)) {
      return Optional.of(it.source());
    }
    Optional<Source> source = sources.authenticate(key.get(), now);
    if (known.size() >= REMEMBERED_MAX) {
      known.clear();
    }
    source.ifPresent(found -> known.put(hash, new Known(found, now.plus(REMEMBERED))));
    return source;
  }

  /// Something about sources or keys changed here.
  void forget() {
    known.clear();
  }

  private record Known(Source source, Instant until) {}
}
