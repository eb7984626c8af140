package syndication.ingest.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.FeedparserCorpus.Case;
import syndication.ingest.feed.FeedparserCorpus.Expected;

/// Which of feedparser's expectations our model has no place for, and why.
final class FeedparserLeftOut {

  private static final Map<Pattern, String> REASONS = reasons();

  private FeedparserLeftOut() {}

  static @Nullable String reason(Case each, Expected expected) {
    String name = each.file() + " " + expected.path();
    for (Map.Entry<Pattern, String> reason : REASONS.entrySet()) {
      if (reason.getKey().matcher(name).find()) {
        return reason.getValue();
      }
    }
    return null;
  }

  private static Map<Pattern, String> reasons() {
    var reasons = new LinkedHashMap<Pattern, String>();
    leaveOut(
        reasons, " (etag|modified|modified_parsed)$", "HTTP's business, which the poller keeps");
    leaveOut(reasons, " feed\\['(cloud|textinput)']", "rssCloud and search boxes are not for news");
    leaveOut(reasons, "psc_chapters", "chapters of podcasts");
    leaveOut(
        reasons, "media_(restriction|rating|credit)|media_license'\\]\\['type", "no place yet");
    leaveOut(
        reasons,
        "namespace/rss2.0(svg|xlink)",
        "feedparser leaves empty SVG elements open, which breaks the drawing; we close them");
    leaveOut(
        reasons,
        "bozo_linenoise.xml entries",
        "we read bytes that are mostly UTF-8 as UTF-8, and the stray byte as windows-1252");
    leaveOut(reasons, "entities/[lr]ang.xml", "we have HTML 5's angle brackets, not HTML 4's");
    leaveOut(reasons, "block_(whitespace|uppercase).xml .*itunes_block", "Apple: \"Yes\" blocks");
    leaveOut(
        reasons,
        "lang/http_content_language(_entry_title_inherit(_2)?)?.xml (feed|entries)",
        "HTTP's language is its reader's, not the feed's");
    leaveOut(reasons, "atomthreading.xml feed", "a feed as a whole answers nothing");
    return reasons;
  }

  private static void leaveOut(Map<Pattern, String> reasons, String pattern, String reason) {
    reasons.put(Pattern.compile(pattern), reason);
  }
}
