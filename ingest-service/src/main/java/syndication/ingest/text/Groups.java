package syndication.ingest.text;

import java.util.regex.MatchResult;

/// Reads groups of a match, where a group that took no part is empty rather than absent.
public final class Groups {

  private Groups() {}

  public static String group(MatchResult match, int number) {
    String words = match.group(number);
    return words == null ? "" : words;
  }
}
