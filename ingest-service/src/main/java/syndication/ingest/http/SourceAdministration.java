package syndication.ingest.http;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.transaction.support.TransactionTemplate;
import syndication.ingest.source.ApiKey;
import syndication.ingest.source.FeedPolling;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import syndication.ingest.source.Sources;

/// Registers sources, changes them, and issues their keys.
final class SourceAdministration {

  private final Sources sources;
  private final FeedPolling polling;
  private final Credentials credentials;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final HttpProperties properties;

  SourceAdministration(
      Sources sources,
      FeedPolling polling,
      Credentials credentials,
      TransactionTemplate transaction,
      InstantSource clock,
      RandomGenerator random,
      HttpProperties properties) {
    this.sources = sources;
    this.polling = polling;
    this.credentials = credentials;
    this.transaction = transaction;
    this.clock = clock;
    this.random = random;
    this.properties = properties;
  }

  Instant now() {
    return clock.instant();
  }

  List<Source> list(String after, int limit) {
    return sources.list(after, limit);
  }

  /// @throws ProblemException 404 when there is none
  Source find(String id) {
    Optional<Source> source =
        SourceId.isValid(id) ? sources.find(new SourceId(id)) : Optional.empty();
    return source.orElseThrow(
        () -> Problem.of(Problem.Kind.NOT_FOUND, "No source is called " + id).asException());
  }

  boolean exists(SourceId id) {
    return sources.find(id).isPresent();
  }

  Optional<Source> byFeed(URI feed) {
    return sources.byFeed(feed);
  }

  /// @return the source's key
  /// @throws ProblemException 409 when the id is taken
  ApiKey add(Source source) {
    ApiKey key = ApiKey.issue(source.id(), random);
    transaction.executeWithoutResult(_ -> {
      if (!sources.add(source)) {
        throw Problem.of(
                Problem.Kind.CONFLICT, "There is a source called %s".formatted(source.id()))
            .asException();
      }
      sources.addKey(key, now(), now());
      if (source.kind() == Source.Kind.FEED) {
        polling.register(source);
      }
    });
    return key;
  }

  void change(Source before, Source after) {
    transaction.executeWithoutResult(_ -> {
      sources.update(after);
      boolean moved = !Objects.equals(before.feedUrl(), after.feedUrl());
      boolean again = before.state() != Source.State.ACTIVE && after.state() == Source.State.ACTIVE;
      if (after.kind() == Source.Kind.FEED && (moved || again)) {
        polling.register(after);
      }
    });
    credentials.forget();
  }

  /// Takes a source off: its keys end, its feed is no longer polled. What it published stays.
  void deactivate(Source source) {
    transaction.executeWithoutResult(_ -> {
      sources.update(source.with(Source.State.DEACTIVATED, now()));
      sources.endKeys(source.id());
    });
    credentials.forget();
  }

  Instant oldKeysUntil() {
    return now().plus(properties.keyOverlap());
  }

  ApiKey rotate(Source source, Instant oldUntil) {
    ApiKey key = ApiKey.issue(source.id(), random);
    transaction.executeWithoutResult(_ -> sources.addKey(key, now(), oldUntil));
    credentials.forget();
    return key;
  }
}
