package syndication.ingest.feed;

import java.net.URI;
import java.util.regex.Pattern;
import syndication.ingest.article.DateQuality;
import syndication.ingest.feed.Finding.Severity;

/// The checks that need one entry only.
final class EntryLint {

  /// Takes what is found.
  interface Findings {
    void add(Severity severity, String rule, String what, String place, String advice);
  }

  /// Longer titles are cut by those who show them.
  private static final int TITLE_CHARS_MAX = 200;

  /// A text of 500,000 characters is longer than most books' chapters.
  private static final int TEXT_CHARS_MAX = 500_000;

  private static final int PLACE_CHARS_MAX = 60;

  /// Ends with the time of day, or with a year after it.
  private static final Pattern WITHOUT_ZONE =
      Pattern.compile(
          ".*(?<![-+\\d])\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?( \\d{4})?", Pattern.DOTALL);

  private final Findings findings;

  EntryLint(Findings findings) {
    this.findings = findings;
  }

  static String place(Entry entry) {
    String title = entry.title() == null ? "" : entry.title().plain();
    String shown =
        title.length() <= PLACE_CHARS_MAX ? title : title.substring(0, PLACE_CHARS_MAX) + "…";
    return "entry at " + entry.position() + (shown.isEmpty() ? "" : " “" + shown + "”");
  }

  void check(Entry entry) {
    identity(entry);
    words(entry);
    dates(entry);
    for (Link link : entry.links()) {
      link(entry, link);
    }
    for (String problem : entry.problems()) {
      int colon = problem.indexOf(": ");
      add(
          Severity.WARNING,
          problem.substring(0, Math.max(colon, 0)),
          problem.substring(colon + 1).strip(),
          entry,
          "Write dates as RFC 822 (RSS) or RFC 3339 (Atom, JSON Feed) has them.");
    }
  }

  private void add(Severity severity, String rule, String what, Entry entry, String advice) {
    findings.add(severity, rule, what, place(entry), advice);
  }

  private void identity(Entry entry) {
    String id = entry.id();
    if (id == null) {
      String advice = "Add a guid or id that stays the same when the article is edited or moves.";
      add(Severity.WARNING, "feed.no-guid", "no guid or id", entry, advice);
    } else if (!entry.permalink() && isWebAddress(id) && !id.equals(addressOf(entry))) {
      String advice = "Fine if it never changes; say isPermaLink=\"false\" if it is no address.";
      add(Severity.NOTE, "feed.guid-looks-like-link", "the guid is another address", entry, advice);
    }
    if (entry.address() == null) {
      String advice = "Add a link to the page where the article is published.";
      add(Severity.WARNING, "feed.no-link", "no link", entry, advice);
    }
  }

  private static boolean isWebAddress(String id) {
    return id.startsWith("http://") || id.startsWith("https://");
  }

  private static String addressOf(Entry entry) {
    URI address = entry.address();
    return address == null ? "" : address.toString();
  }

  private void words(Entry entry) {
    Text title = entry.title();
    EntryText text = EntryText.of(entry);
    if (title == null || title.isBlank()) {
      Severity severity = text.body() == null ? Severity.ERROR : Severity.WARNING;
      add(severity, "feed.no-title", "no title", entry, "Add a title of one line.");
    } else {
      if (title.isMarkup() && title.value().indexOf('<') >= 0) {
        add(Severity.WARNING, "feed.html-title", "HTML in a title", entry, "Write plain text.");
      }
      if (title.plain().length() > TITLE_CHARS_MAX) {
        String what = "a title longer than " + TITLE_CHARS_MAX + " characters";
        add(Severity.NOTE, "feed.long-title", what, entry, "Shorten it; others cut it.");
      }
    }
    Text body = text.body();
    if (body == null) {
      String advice = "Give the whole text in content:encoded or content.";
      add(Severity.NOTE, "feed.no-text", "a title without a text", entry, advice);
    } else if (text.isTeaser()) {
      String advice = "Give the whole text, or we have to fetch the page for it.";
      add(Severity.NOTE, "feed.summary-only", "the beginning of the text only", entry, advice);
    } else if (body.value().length() > TEXT_CHARS_MAX) {
      String what = "a text longer than " + TEXT_CHARS_MAX + " characters";
      String advice = "Link images instead of putting them into the text.";
      add(Severity.WARNING, "feed.enormous-entry", what, entry, advice);
    }
  }

  private void dates(Entry entry) {
    StatedDate published = entry.dates().published();
    if (published != null
        && published.at() != null
        && WITHOUT_ZONE.matcher(published.text().strip()).matches()) {
      String advice = "Add the time zone, such as +01:00; without it we take UTC.";
      add(Severity.WARNING, "feed.no-time-zone", "a time without its zone", entry, advice);
    }
    DateQuality quality = entry.dates().quality();
    if (quality == DateQuality.CLAMPED_FUTURE) {
      String advice = "Set the clock right; to hold an article back use an embargo date.";
      add(Severity.WARNING, "feed.future-date", "a date still to come", entry, advice);
    } else if (quality != DateQuality.STATED) {
      String advice = "Add pubDate (RSS), published (Atom) or date_published (JSON Feed).";
      add(Severity.WARNING, "feed.no-date", "no date that can be read", entry, advice);
    }
  }

  private void link(Entry entry, Link link) {
    if (!link.rel().equals("alternate")) {
      return;
    }
    String scheme = link.href().getScheme();
    if (scheme == null) {
      String advice = "Write whole addresses, or state xml:base.";
      add(Severity.ERROR, "feed.relative-link", "a link without a host", entry, advice);
    } else if (scheme.equalsIgnoreCase("http")) {
      String advice = "Link to https, and redirect http to it.";
      add(Severity.NOTE, "feed.http-link", "a link by plain http", entry, advice);
    }
  }
}
