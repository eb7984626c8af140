package syndication.publish.sitestore;

import static org.assertj.core.api.Assertions.assertThat;
import static syndication.publish.site.SampleArticle.NOON;
import static syndication.publish.site.SampleArticle.article;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import syndication.publish.article.PublishedArticle;
import syndication.publish.site.ListRef;
import syndication.publish.site.Place;
import syndication.publish.site.SampleArticle;
import syndication.publish.site.Shelf;
import syndication.publish.site.Token;

class SiteStoreTest {

  private static final SiteDatabase DATABASE = SiteDatabase.create();

  private Instant now = NOON.plus(Duration.ofHours(1));
  private final InstantSource clock = () -> now;
  private final SiteStore store = DATABASE.store(clock);
  private final SiteReader reader = new SiteReader(DATABASE.client(), clock);

  SiteStoreTest() {
    DATABASE.client().sql("truncate site_article cascade").update();
  }

  @Test
  void aLowerOrEqualVersionNeverReplacesAHigherOne() {
    SampleArticle second = article("a").version(2, "UPDATE").headline("Second");
    store.apply(List.of(second.build()));

    int changed =
        store.apply(
            List.of(
                article("a").headline("First").build(), second.headline("Second again").build()));

    assertThat(changed).isZero();
    assertThat(reader.state("urn:uuid:a")).map(PublishedArticle::headline).contains("Second");
  }

  @Test
  void aHigherEnrichmentOfTheSameRevisionReplacesALowerOne() {
    store.apply(List.of(article("a").build()));

    store.apply(List.of(article("a").enriched(2).summary("Better words.").build()));

    assertThat(reader.state("urn:uuid:a")).map(it -> it.summary().text()).contains("Better words.");
  }

  @Test
  void aWithdrawalBeforeTheArticleKeepsTheArticleAway() {
    store.apply(List.of(article("a").withdrawn(2, "KILL").build()));

    store.apply(List.of(article("a").build()));

    assertThat(reader.shelf(ListRef.FRONT, null, 10)).isEmpty();
    assertThat(reader.article(Token.ofArticle("urn:uuid:a")))
        .get()
        .isInstanceOf(FoundArticle.Gone.class);
  }

  @Test
  void theWithdrawnRevisionIsNotRevivedByBeingEnrichedAgain() {
    store.apply(List.of(article("a").withdrawn(2, "KILL").enriched(0).build()));

    store.apply(List.of(article("a").version(2, "UPDATE").enriched(5).build()));

    assertThat(reader.shelf(ListRef.FRONT, null, 10)).isEmpty();
  }

  @Test
  void aReleaseBringsAWithheldArticleBack() {
    store.apply(List.of(article("a").build()));
    store.apply(List.of(article("a").withdrawn(2, "WITHHOLD").build()));

    store.apply(List.of(article("a").version(3, "RELEASE").build()));

    assertThat(reader.shelf(ListRef.FRONT, null, 10)).isPresent();
  }

  @Test
  void replayingEverythingTwiceAndShuffledGivesTheSameState() {
    List<PublishedArticle> topic = history(60);
    topic.forEach(it -> store.apply(List.of(it)));
    List<String> inOrder = DATABASE.state();

    store.apply(topic);
    List<String> again = DATABASE.state();
    DATABASE.client().sql("truncate site_article cascade").update();
    List<PublishedArticle> shuffled = new ArrayList<>(topic);
    Collections.shuffle(shuffled, new Random(20261124));
    for (int i = 0; i < shuffled.size(); i += 7) {
      store.apply(shuffled.subList(i, Math.min(i + 7, shuffled.size())));
    }

    assertThat(again).isEqualTo(inOrder);
    assertThat(DATABASE.state()).isEqualTo(inOrder);
  }

  @Test
  void whatIsWithdrawnLeavesNoWordsOfItsBodyBehind() {
    store.apply(List.of(article("a").body("<p>Zanzibar confidential</p>").build()));

    store.apply(List.of(article("a").withdrawn(2, "TAKEDOWN").build()));

    assertThat(DATABASE.state()).noneMatch(it -> it.toLowerCase(Locale.ROOT).contains("zanzi"));
  }

  @Test
  void charactersThatPostgresCannotKeepDoNotStopTheBatch() {
    int changed =
        store.apply(
            List.of(
                article("a").headline("Nul \0 and \\u0000 written out").build(),
                article("b").build()));

    assertThat(changed).isEqualTo(2);
    assertThat(reader.state("urn:uuid:a"))
        .map(PublishedArticle::headline)
        .contains("Nul  and \\u0000 written out");
  }

  @Test
  void anArticleOfManyUnspacedWordsIsIndexed() {
    var body = new StringBuilder("<p>");
    var random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      body.appendCodePoint(0x4e00 + random.nextInt(20_000));
    }

    int changed = store.apply(List.of(article("a").language("zh").body(body + "</p>").build()));

    assertThat(changed).isEqualTo(1);
  }

  @Test
  void pagesOfAListFollowEachOtherWithoutGapsWhileNewArticlesArrive() {
    for (int i = 0; i < 25; i++) {
      store.apply(List.of(article("old-" + i).at(NOON.plusSeconds(i / 3)).build()));
    }
    List<String> seen = new ArrayList<>();

    Place after = null;
    int page = 0;
    do {
      Shelf shelf = reader.shelf(ListRef.FRONT, after, 4).orElseThrow();
      shelf.stories().forEach(it -> seen.add(it.lead().articleId()));
      after = shelf.next();
      store.apply(List.of(article("new-" + page++).at(NOON.plusSeconds(600 + page)).build()));
    } while (after != null);

    assertThat(seen).hasSize(25).doesNotHaveDuplicates().allMatch(it -> it.contains("old-"));
  }

  @Test
  void whoeverReadsOnFromTheLastNumberMissesNoChangeOfManyWriters() throws Exception {
    var changes = new Changes(DATABASE.client(), DATABASE.transactions(), clock);
    int writers = 4;
    int batches = 25;
    Set<String> seen = new HashSet<>();
    List<Long> order = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> working = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int me = writer;
        working.add(pool.submit(() -> write(me, batches)));
      }
      long reached = 0;
      boolean done = false;
      while (!done) {
        done = working.stream().allMatch(Future::isDone);
        List<Changes.Change> page = changes.after(reached, null, 13);
        while (!page.isEmpty()) {
          for (Changes.Change it : page) {
            seen.add(it.article().articleId());
            order.add(it.sequence());
          }
          reached = page.getLast().sequence();
          page = changes.after(reached, null, 13);
        }
      }
      for (Future<?> it : working) {
        finished(it);
      }
    }

    assertThat(seen).hasSize(writers * batches * 3);
    assertThat(order).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theEndOfAnEmbargoAndOfAnArticlesTimeAreChangesToo() {
    var changes = new Changes(DATABASE.client(), DATABASE.transactions(), clock);
    store.apply(
        List.of(
            article("a").shown(now.plusSeconds(60), now.plusSeconds(120)).build(),
            article("b").build()));
    assertThat(changes.after(0, null, 10))
        .extracting(it -> it.found().getClass().getSimpleName())
        .containsExactlyInAnyOrder("Embargoed", "Shown");
    long reached = changes.newest();

    now = now.plusSeconds(60);
    changes.sweep();
    List<Changes.Change> released = changes.after(reached, null, 10);
    now = now.plusSeconds(60);
    changes.sweep();
    List<Changes.Change> expired = changes.after(released.getLast().sequence(), null, 10);

    assertThat(released)
        .singleElement()
        .extracting(Changes.Change::found)
        .isInstanceOf(FoundArticle.Shown.class);
    assertThat(expired)
        .singleElement()
        .extracting(Changes.Change::found)
        .isInstanceOf(FoundArticle.Gone.class);
  }

  private void write(int writer, int batches) {
    for (int batch = 0; batch < batches; batch++) {
      String name = writer + "-" + batch;
      store.apply(
          List.of(
              article(name + "-x").build(),
              article(name + "-y").build(),
              article(name + "-z").build()));
    }
  }

  private static void finished(Future<?> work) throws InterruptedException {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a writer failed", e);
    }
  }

  // Revisions, corrections, withdrawals by both lanes, releases: several states of each article.
  private static List<PublishedArticle> history(int articles) {
    List<PublishedArticle> topic = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      SampleArticle first = article("h-" + i).at(NOON.plusSeconds(i)).tagged("Tag " + i % 5);
      topic.add(first.build());
      topic.add(first.enriched(2).summary("Again.").build());
      topic.add(first.version(2, "CORRECTION").note("It was Tuesday.").build());
      if (i % 3 == 0) {
        topic.add(first.withdrawn(3, "KILL").enriched(0).build());
        topic.add(first.withdrawn(3, "KILL").build());
      }
      if (i % 6 == 0) {
        topic.add(first.version(4, "RESTORE").tagged("Other " + i % 4).build());
      }
    }
    return topic;
  }
}
