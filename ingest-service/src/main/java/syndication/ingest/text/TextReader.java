package syndication.ingest.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Block;
import syndication.ingest.article.Body;
import syndication.ingest.article.Removed;

/// Reads the plain text of a page, one block a line, as an article.
///
/// Answers a value for any string. Thread-safe.
public final class TextReader {

  private static final int TEXT_CHARS_MAX = 5_000_000;
  private static final int LINES_MAX = 100_000;
  private static final int TITLE_CHARS_MAX = 300;

  private static final Pattern DATELINE =
      Pattern.compile(
          "^(\\p{Lu}[\\p{Lu}\\p{L}.'’ ]{1,40}(?:, [\\p{L}. ]{2,30})?(?:, \\p{L}{3,9}\\.?"
              + " \\d{1,2})?(?:,?"
              + " \\d{4})?\\s*(?:\\([^)]{2,40}\\)|/[^/]{2,40}/)?)\\s*(?:—|–|--|-(?=\\s))\\s+\\S.*",
          Pattern.DOTALL);

  public TextReading read(String text, @Nullable URI address) {
    if (text.length() > TEXT_CHARS_MAX) {
      return new TextReading.Unreadable(
          "text.too-large",
          "text: %d characters (expected: <= %d)".formatted(text.length(), TEXT_CHARS_MAX),
          null);
    }
    List<Line> lines = lines(text);
    if (lines.isEmpty()) {
      return new TextReading.Unreadable("text.empty", "text: blank (expected: an article)", null);
    }
    int at = Headline.find(lines);
    String title = at < 0 ? null : lines.get(at).text();
    Cleaned cleaned = StoryCleaning.cleanText(lines, title, at);
    return new TextReading.Read(article(lines, cleaned, at));
  }

  private static TextArticle article(List<Line> lines, Cleaned cleaned, int titleAt) {
    var blocks = new ArrayList<Block>();
    String dateline = null;
    for (int i : cleaned.kept()) {
      String words = lines.get(i).text();
      if (i != titleAt || cleaned.kept().size() == 1) {
        dateline = dateline == null && blocks.size() < 2 ? dateline(words) : dateline;
        blocks.add(new Block.Paragraph(words, escape(words)));
      }
    }
    String title =
        titleAt >= 0 ? lines.get(titleAt).text() : lines.get(cleaned.kept().getFirst()).text();
    return new TextArticle(
        shortened(title),
        cleaned.byline(),
        dateline,
        new Body(blocks),
        cleaned.related(),
        cleaned.notes(),
        cleaned.attribution(),
        withoutTitle(cleaned.removed(), titleAt < 0 ? null : lines.get(titleAt).text()),
        cleaned.warnings());
  }

  /// The title is not lost, so its one line is not reported as removed; its repetitions are.
  private static List<Removed> withoutTitle(List<Removed> removed, @Nullable String title) {
    var rest = new ArrayList<>(removed);
    for (int i = 0; i < rest.size(); i++) {
      if (rest.get(i).rule().equals("text.repeated-title") && rest.get(i).text().equals(title)) {
        rest.remove(i);
        break;
      }
    }
    return rest;
  }

  private static List<Line> lines(String text) {
    var lines = new ArrayList<Line>();
    text.lines()
        .map(TextReader::squeezed)
        .filter(line -> !line.isEmpty())
        .limit(LINES_MAX)
        .forEach(line -> lines.add(Line.plain(line)));
    return lines;
  }

  private static String squeezed(String line) {
    var out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Spaces.isSpace(c)) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (!Spaces.isMark(c)) {
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  private static @Nullable String dateline(String words) {
    Matcher match = DATELINE.matcher(words.length() > 200 ? words.substring(0, 200) : words);
    if (!match.matches()) {
      return null;
    }
    String place = Groups.group(match, 1).strip();
    String first = place.split("[ ,(]", 2)[0];
    return first.length() >= 2 && first.equals(first.toUpperCase(java.util.Locale.ROOT))
        ? place
        : null;
  }

  private static String shortened(String title) {
    return title.length() <= TITLE_CHARS_MAX
        ? title
        : title.substring(0, TITLE_CHARS_MAX - 1) + "…";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
