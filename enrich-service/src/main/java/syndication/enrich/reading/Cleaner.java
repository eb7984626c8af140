package syndication.enrich.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import syndication.enrich.segment.SentenceSplitter;

/// Cleans an article for reading: what ingest left behind never reaches a summary or a tag. Never
/// cleans down to nothing.
public final class Cleaner {

  /// A novel has half a million; what follows is not looked at.
  public static final int CHARS_MAX = 200_000;

  private static final int TITLE_CHARS_MAX = 1_000;
  private static final int SITE_WORDS_MAX = 5;
  private static final int LINES_MAX = 4_000;
  // Lines without a full stop and up to this length are headings, menus and other headlines.
  private static final int HEADING_CHARS_MAX = 140;
  private static final int PROSE_CHARS_LEAST = 25;

  private final LineRules rules;

  public Cleaner(LineRules rules) {
    this.rules = rules;
  }

  public Reading clean(String title, String text) {
    String cleanTitle = withoutSite(Characters.clean(title, TITLE_CHARS_MAX).strip());
    List<String> all = lines(Characters.clean(text, CHARS_MAX));
    List<String> kept = wanted(cleanTitle, all);
    List<String> prose = prose(kept);
    List<String> result = prose.isEmpty() ? (kept.isEmpty() ? longest(all) : kept) : prose;
    return new Reading(cleanTitle, result, all.size() - result.size());
  }

  // "Steel bill passes | The Daily Ledger"
  private static String withoutSite(String title) {
    int bar = title.lastIndexOf(" | ");
    boolean site = bar > 0 && title.substring(bar + 3).split(" ", -1).length <= SITE_WORDS_MAX;
    return site ? title.substring(0, bar).strip() : title;
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(it -> !it.isEmpty()).limit(LINES_MAX).toList();
  }

  private List<String> wanted(String title, List<String> all) {
    var kept = new ArrayList<String>();
    String titleKey = title.toLowerCase(Locale.ROOT);
    Set<String> seen = new HashSet<>();
    boolean related = false;
    for (String raw : all) {
      String line = Openings.strip(raw);
      String key = line.toLowerCase(Locale.ROOT);
      if (line.isEmpty() || key.equals(titleKey) || !seen.add(key)) {
        continue;
      }
      boolean ends = SentenceSplitter.terminated(line);
      String rule = rules.unwanted(line);
      if (rule != null) {
        // What follows "Read more" without a full stop is another story's headline.
        related = "related".equals(rule) || (related && !ends);
        continue;
      }
      if (related && !ends) {
        continue;
      }
      related = false;
      kept.add(line);
    }
    return kept;
  }

  // Where an article has paragraphs, its short lines without a full stop are no part of the prose.
  private static List<String> prose(List<String> kept) {
    var prose = new ArrayList<String>();
    for (String line : kept) {
      boolean ends = SentenceSplitter.terminated(line);
      boolean heading = !ends && line.length() <= HEADING_CHARS_MAX && !Characters.spaceless(line);
      boolean scrap = line.length() < PROSE_CHARS_LEAST && !Characters.dense(line) && !ends;
      if (!heading && !scrap) {
        prose.add(line);
      }
    }
    return prose;
  }

  private static List<String> longest(List<String> all) {
    return all.stream()
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .map(List::of)
        .orElse(List.of());
  }
}
