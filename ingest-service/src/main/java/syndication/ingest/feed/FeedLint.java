package syndication.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Finding.Severity;

/// Tells a source what is missing, ambiguous or harmful in its feed, and what to do about it.
///
/// The same fault in many entries is one finding.
public final class FeedLint {

  private final Map<String, Grouped> groups = new LinkedHashMap<>();

  /// A fault, and the entries that have it.
  private record Grouped(
      Severity severity, String rule, String what, String advice, List<String> places) {}

  private FeedLint() {}

  public static List<Finding> check(Feed feed) {
    var lint = new FeedLint();
    lint.reading(feed);
    lint.head(feed);
    var entries = new EntryLint(lint::add);
    for (Entry entry : feed.entries()) {
      entries.check(entry);
    }
    lint.identities(feed.entries());
    lint.dates(feed.entries());
    return lint.findings();
  }

  private void add(Severity severity, String rule, String what, String place, String advice) {
    groups
        .computeIfAbsent(rule, _ -> new Grouped(severity, rule, what, advice, new ArrayList<>()))
        .places()
        .add(place);
  }

  private List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (Grouped group : groups.values()) {
      int count = group.places().size();
      String where =
          count == 1
              ? group.places().getFirst()
              : group.places().getFirst() + " and " + (count - 1) + " more";
      findings.add(
          new Finding(group.severity(), group.rule(), group.what(), where, group.advice()));
    }
    findings.sort((one, other) -> one.severity().compareTo(other.severity()));
    return findings;
  }

  private void reading(Feed feed) {
    boolean whole = feed.format() == FeedFormat.UNKNOWN && feed.entries().isEmpty();
    for (Unreadable lost : feed.unreadable()) {
      add(
          Severity.ERROR,
          lost.rule(),
          (whole ? "this is not a feed: " : "an entry cannot be read: ") + lost.reason(),
          lost.position().toString(),
          whole
              ? LintAdvice.forNoFeed(lost.rule())
              : "Mend this entry; it is kept aside until then.");
    }
    if (whole) {
      // What its bytes would lack as a feed helps nobody.
      return;
    }
    for (String problem : feed.problems()) {
      int colon = problem.indexOf(": ");
      int bracket = problem.lastIndexOf(" (");
      String rule = colon < 0 ? "feed.problem" : problem.substring(0, colon);
      boolean placed = bracket > colon && problem.endsWith(")");
      String what =
          problem.substring(colon < 0 ? 0 : colon + 2, placed ? bracket : problem.length());
      String where = placed ? problem.substring(bracket + 2, problem.length() - 1) : "feed";
      add(Severity.WARNING, rule, what, where, LintAdvice.forProblem(rule));
    }
  }

  private void head(Feed feed) {
    FeedInfo info = feed.info();
    if (feed.format() == FeedFormat.UNKNOWN) {
      return;
    }
    if (info.title() == null || info.title().isBlank()) {
      add(Severity.WARNING, "feed.no-feed-title", "the feed has no title", "head", "Add a title.");
    }
    if (info.homePage() == null) {
      String advice = "Add a link to the page the feed belongs to.";
      add(Severity.WARNING, "feed.no-home-page", "no link to the site", "head", advice);
    }
    if (info.self() == null) {
      String advice = "Add <atom:link rel=\"self\" href=\"…\"/> with the feed's own address.";
      add(
          Severity.NOTE,
          "feed.no-self-link",
          "the feed does not state its address",
          "head",
          advice);
    }
    if (info.language() == null) {
      String advice = "State the language, such as <language>en</language> or xml:lang=\"en\".";
      add(Severity.NOTE, "feed.no-language", "the feed does not state a language", "head", advice);
    }
    hubs(info);
    if (feed.entries().isEmpty() && feed.unreadable().isEmpty()) {
      add(Severity.NOTE, "feed.no-entries", "the feed is empty", "feed", "Nothing, if it is new.");
    }
  }

  private void hubs(FeedInfo info) {
    if (info.hubs().isEmpty()) {
      String advice = "Add a WebSub hub, and new articles reach us in seconds instead of minutes.";
      add(Severity.NOTE, "feed.no-hub", "no WebSub hub", "head", advice);
    } else if (info.self() == null) {
      String advice =
          "Add a link rel=\"self\" with the address under which you tell the hub of news.";
      String what = "a WebSub hub, but not what the feed is called there";
      add(Severity.WARNING, "feed.hub-without-self", what, "head", advice);
    }
    for (URI hub : info.hubs()) {
      if (!"https".equalsIgnoreCase(hub.getScheme())) {
        String advice =
            "Name the hub's https address; what it pushes for an https feed proves nothing else.";
        add(Severity.WARNING, "feed.hub-without-https", "a WebSub hub by " + hub, "head", advice);
      }
    }
  }

  private void identities(List<Entry> entries) {
    var ids = new HashMap<String, Entry>();
    var addresses = new HashMap<URI, Entry>();
    for (Entry entry : entries) {
      String id = entry.id();
      Entry known = id == null ? null : ids.putIfAbsent(id, entry);
      if (known != null) {
        add(
            Severity.ERROR,
            "feed.duplicate-id",
            "entries share the guid or id " + id,
            EntryLint.place(entry),
            "Give each entry an id of its own, and never change it.");
      }
      URI address = entry.address();
      Entry same = address == null ? null : addresses.putIfAbsent(address, entry);
      if (same != null && known == null) {
        add(
            Severity.WARNING,
            "feed.duplicate-link",
            "entries share the link " + address,
            EntryLint.place(entry),
            "Link each entry to its own page.");
      }
    }
  }

  /// Many entries of one second were given a date by a program, not by their publication.
  private void dates(List<Entry> entries) {
    var counts = new HashMap<Instant, Integer>();
    for (Entry entry : entries) {
      Instant at = entry.dates().effective();
      if (at != null) {
        counts.merge(at, 1, Integer::sum);
      }
    }
    for (Entry entry : entries) {
      Integer count = count(counts, entry);
      if (count != null && entries.size() >= 4 && count * 2 > entries.size()) {
        add(
            Severity.WARNING,
            "feed.bumped-dates",
            "most entries have the same date to the second",
            EntryLint.place(entry),
            "State when each article was published, not when the feed was built.");
      }
    }
  }

  private static @Nullable Integer count(Map<Instant, Integer> counts, Entry entry) {
    Instant at = entry.dates().effective();
    return at == null ? null : counts.get(at);
  }
}
