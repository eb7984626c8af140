package syndication.ingest.feed.markup;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/// Tells HTML from plain text in formats that do not say which it is. When in doubt it is plain
/// text, because taking text for HTML loses what stands between `<` and `>`.
public final class MarkupGuess {

  private static final Pattern CLOSING = Pattern.compile("</\\w{1,20}>");
  private static final Pattern REFERENCE = Pattern.compile("&(#?\\w{1,20});");
  private static final Pattern TAG = Pattern.compile("</?(\\w{1,20})");

  private MarkupGuess() {}

  public static boolean isHtml(String text) {
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
      return false;
    }
    if (!CLOSING.matcher(text).find() && !REFERENCE.matcher(text).find()) {
      return false;
    }
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      if (!HtmlNames.ELEMENTS.contains(name(tag).toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find()) {
      String name = name(reference);
      if (!name.startsWith("#") && !Entities.isNamedEntity(name)) {
        return false;
      }
    }
    return true;
  }

  private static String name(Matcher matcher) {
    return Objects.requireNonNullElse(matcher.group(1), "");
  }
}
