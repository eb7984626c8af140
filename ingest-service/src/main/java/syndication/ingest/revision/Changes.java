package syndication.ingest.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.nearduplicate.Words;

/// What differs between two contents of an article: how much it means to a reader, and in words.
///
/// @param lines readable, `- ` before what is gone and `+ ` before what came, at most [#LINES_MAX]
public record Changes(Significance significance, List<String> lines) {

  /// Longest diff that is kept; who needs more has both revisions.
  public static final int LINES_MAX = 60;

  private static final int LINE_CHARS_MAX = 400;

  /// Lines on each side up to which the common ones are searched for; the search takes the product
  /// of both.
  private static final int COMPARED_LINES_MAX = 2000;

  /// Share of changed words from which an article says something else: a new paragraph in ten.
  private static final double MAJOR_SHARE = 0.10;

  private static final double MAJOR_TITLE_SHARE = 0.5;

  public Changes {
    lines = List.copyOf(lines);
  }

  public static Changes between(ParsedArticle before, ParsedArticle after) {
    List<String> lines = new ArrayList<>();
    field(lines, "headline", before.title(), after.title());
    field(lines, "byline", before.byline(), after.byline());
    field(lines, "description", before.description(), after.description());
    field(lines, "correction", before.notes().correction(), after.notes().correction());
    field(lines, "note to editors", before.notes().editorial(), after.notes().editorial());
    field(lines, "rights", before.rights().toString(), after.rights().toString());
    field(
        lines,
        "categories",
        String.join(", ", before.categories()),
        String.join(", ", after.categories()));
    field(lines, "mentions", mentions(before), mentions(after));
    List<String> old = before.body().text().lines().toList();
    List<String> now = after.body().text().lines().toList();
    body(lines, old, now);
    if (lines.isEmpty()) {
      lines.add("pictures or layout changed");
    }
    return new Changes(significance(before, after), bounded(lines));
  }

  private static Significance significance(ParsedArticle before, ParsedArticle after) {
    double title = changed(Words.of(before.title()), Words.of(after.title()));
    double body = changed(Words.of(before.body().text()), Words.of(after.body().text()));
    if (title >= MAJOR_TITLE_SHARE || body >= MAJOR_SHARE) {
      return Significance.MAJOR;
    }
    boolean rights = !before.rights().equals(after.rights());
    boolean description =
        changed(words(before.description()), words(after.description())) > 0
            || changed(words(before.byline()), words(after.byline())) > 0;
    return title > 0 || body > 0 || rights || description
        ? Significance.MINOR
        : Significance.COSMETIC;
  }

  private static String mentions(ParsedArticle article) {
    return article.mentions().stream()
        .map(it -> it.name() == null ? String.valueOf(it.uri()) : it.name())
        .collect(Collectors.joining(", "));
  }

  private static List<String> words(@Nullable String text) {
    return text == null ? List.of() : Words.of(text);
  }

  /// Share of words that were taken out or put in, of the longer text: 0 to 1. Moved words count
  /// little: an order is not a fact, but a different one is not nothing.
  private static double changed(List<String> before, List<String> after) {
    if (before.equals(after)) {
      return 0;
    }
    Map<String, Integer> counts = new HashMap<>();
    before.forEach(it -> counts.merge(it, 1, Integer::sum));
    after.forEach(it -> counts.merge(it, -1, Integer::sum));
    int out = counts.values().stream().mapToInt(it -> Math.max(0, it)).sum();
    int in = counts.values().stream().mapToInt(it -> Math.max(0, -it)).sum();
    int longer = Math.max(before.size(), after.size());
    return Math.max(Math.max(out, in), 1) / (double) longer;
  }

  private static void field(
      List<String> lines, String name, @Nullable String before, @Nullable String after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (before != null && !before.isEmpty()) {
      lines.add("- " + name + ": " + before);
    }
    if (after != null && !after.isEmpty()) {
      lines.add("+ " + name + ": " + after);
    }
  }

  private static void body(List<String> lines, List<String> before, List<String> after) {
    if (before.size() > COMPARED_LINES_MAX || after.size() > COMPARED_LINES_MAX) {
      lines.add("- body of %d lines".formatted(before.size()));
      lines.add("+ body of %d lines".formatted(after.size()));
      return;
    }
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        i++;
        j++;
      } else if (j >= after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add("- " + before.get(i++));
      } else {
        lines.add("+ " + after.get(j++));
      }
    }
  }

  private static List<String> bounded(List<String> lines) {
    List<String> shown = new ArrayList<>();
    for (String it : lines.subList(0, Math.min(lines.size(), LINES_MAX))) {
      shown.add(it.length() <= LINE_CHARS_MAX ? it : it.substring(0, LINE_CHARS_MAX - 1) + "…");
    }
    if (lines.size() > LINES_MAX) {
      shown.set(LINES_MAX - 1, "… and %d more lines".formatted(lines.size() - LINES_MAX + 1));
    }
    return shown;
  }
}
