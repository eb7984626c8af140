package syndication.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import syndication.ingest.feed.FeedparserCorpus.Case;
import syndication.ingest.feed.FeedparserCorpus.Expected;

/// Reads the 2,024 feeds of the feedparser project and compares with what it expects of them.
class FeedparserCasesTest {

  /// What we reach, so that we do not fall behind it.
  private static final double SHARE_MIN = 0.998;

  private static final double LEFT_OUT_MAX = 0.05;

  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

  private static final class Count {
    int passed;
    int failed;
    int leftOut;
  }

  private final Map<String, Count> table = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  @Test
  void readsWhatFeedparserReads() {
    Optional<FeedparserCorpus> corpus = FeedparserCorpus.find();
    assumeTrue(corpus.isPresent(), "the feedparser corpus is not beside the repository");
    for (Case each : corpus.get().cases()) {
      check(each, corpus.get().bytes(each.file()));
    }
    Count all = new Count();
    var report = new StringBuilder("feedparser assertions: passed / total (left out)\n");
    table.forEach((kind, count) -> {
      line(report, kind, count);
      all.passed += count.passed;
      all.failed += count.failed;
      all.leftOut += count.leftOut;
    });
    line(report, "all", all);
    FeedparserReport.write(report, failures);
    double share = (double) all.passed / (all.passed + all.failed);
    double leftOut = (double) all.leftOut / (all.passed + all.failed + all.leftOut);
    assertThat(share)
        .as("share of assertions met; failures: %s", failures)
        .isGreaterThanOrEqualTo(SHARE_MIN);
    assertThat(leftOut).as("share of assertions left out").isLessThanOrEqualTo(LEFT_OUT_MAX);
  }

  private static void line(StringBuilder report, String kind, Count count) {
    int total = count.passed + count.failed;
    double share = total == 0 ? 100 : 100.0 * count.passed / total;
    report.append(
        String.format(
            "%-24s %5d / %5d  %6.2f %%  (%d)%n", kind, count.passed, total, share, count.leftOut));
  }

  private void check(Case each, byte[] bytes) {
    Feed feed =
        new FeedReader()
            .read(
                bytes,
                each.headers().get("content-type"),
                FeedparserAssertions.address(each),
                RECEIVED);
    Map<String, Object> view = FeedparserView.of(feed);
    Count count = table.computeIfAbsent(each.kind(), _ -> new Count());
    for (Expected expected : each.expected()) {
      if (FeedparserLeftOut.reason(each, expected) != null) {
        count.leftOut++;
        continue;
      }
      Object found = FeedparserAssertions.find(view, expected.path());
      if (FeedparserAssertions.meets(found, expected)) {
        count.passed++;
      } else {
        count.failed++;
        failures.add(
            each.file()
                + " "
                + expected.path()
                + " expected "
                + expected.check()
                + " "
                + expected.value()
                + " found "
                + found);
      }
    }
  }
}
