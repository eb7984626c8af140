package syndication.ingest.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import syndication.ingest.politeness.FeedStates;
import syndication.ingest.politeness.FeedStates.Leased;
import syndication.ingest.politeness.PollState;
import syndication.ingest.source.PollSettings;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import syndication.ingest.source.Sources;

/// Many instances take feeds from one database at the same time, and some of them die.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedLeasesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
  private static final Duration LEASE = Duration.ofMinutes(3);
  private static final int FEEDS = 150;
  private static final int INSTANCES = 6;

  private FrontDoor door;

  /// @param dead taken by an instance that died, and so never given back
  private record Taken(List<SourceId> all, Set<SourceId> dead) {}

  @BeforeAll
  void start() {
    door =
        FrontDoor.start(
            FrontDoor.postgres().createDatabase(),
            Map.of("syndicate.ingest.polling.enabled", "false"));
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noFeedIsHeldTwiceAndNoneIsForgotten(long seed) throws Exception {
    FeedStates states = door.context.getBean(FeedStates.class);
    Instant due = NOW.plus(Duration.ofDays(seed));
    Set<SourceId> feeds = register(states, seed, due);

    List<Taken> first = allAtOnce(states, seed, due, true);

    List<SourceId> taken = first.stream().flatMap(it -> it.all().stream()).toList();
    assertThat(taken).doesNotHaveDuplicates();
    assertThat(new HashSet<>(taken)).isEqualTo(feeds);
    Set<SourceId> dead = new HashSet<>();
    first.forEach(it -> dead.addAll(it.dead()));
    assertThat(dead).isNotEmpty();
    assertThat(states.leaseDue("early", due.plus(LEASE).minusMillis(1), LEASE, FEEDS))
        .as("before the leases of the dead have ended")
        .isEmpty();

    List<Taken> second = allAtOnce(states, seed + 100, due.plus(LEASE), false);

    List<SourceId> again = second.stream().flatMap(it -> it.all().stream()).toList();
    assertThat(again).doesNotHaveDuplicates();
    assertThat(new HashSet<>(again)).isEqualTo(dead);
    SourceId late = dead.iterator().next();
    PollState state = states.find(late).orElseThrow();
    assertThat(states.save(late, "nobody", state)).as("of one that lost its lease").isFalse();
  }

  private static List<Taken> allAtOnce(FeedStates states, long seed, Instant now, boolean mortal)
      throws InterruptedException, ExecutionException {
    try (ExecutorService instances = Executors.newFixedThreadPool(INSTANCES)) {
      List<Callable<Taken>> work = new ArrayList<>();
      for (int i = 0; i < INSTANCES; i++) {
        String owner = "instance-%d-%d".formatted(seed, i);
        var random = new Random(seed * 31 + i);
        work.add(() -> instance(states, owner, random, now, mortal));
      }
      List<Taken> all = new ArrayList<>();
      for (Future<Taken> it : instances.invokeAll(work)) {
        all.add(it.get());
      }
      return all;
    }
  }

  private static Taken instance(
      FeedStates states, String owner, Random random, Instant now, boolean mortal) {
    var taken = new Taken(new ArrayList<>(), new HashSet<>());
    List<Leased> due;
    do {
      due = states.leaseDue(owner, now, LEASE, 1 + random.nextInt(7));
      for (Leased it : due) {
        taken.all().add(it.source());
        if (mortal && random.nextInt(5) == 0) {
          taken.dead().add(it.source());
        } else {
          Instant next = now.plus(Duration.ofDays(10_000));
          states.save(it.source(), owner, it.state().at(next, null));
        }
      }
    } while (!due.isEmpty());
    return taken;
  }

  private Set<SourceId> register(FeedStates states, long seed, Instant due) {
    Sources sources = door.context.getBean(Sources.class);
    Set<SourceId> feeds = new HashSet<>();
    for (int i = 0; i < FEEDS; i++) {
      var id = new SourceId("lease-%d-%d".formatted(seed, i));
      URI feed = URI.create("https://harbour.example/" + id);
      sources.add(
          new Source(
              id,
              id.value(),
              Source.Kind.FEED,
              Source.State.ACTIVE,
              feed,
              null,
              null,
              Source.Rights.UNSTATED,
              PollSettings.DEFAULT,
              NOW,
              NOW));
      states.begin(id, PollState.begin(feed, due));
      feeds.add(id);
    }
    return feeds;
  }
}
