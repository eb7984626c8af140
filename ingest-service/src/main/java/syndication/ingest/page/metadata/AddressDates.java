package syndication.ingest.page.metadata;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.text.Groups;

/// Reads the day that publishers put into the address of an article.
final class AddressDates {

  private static final Pattern IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2})[/-](\\d{1,2})(?:[/-]|$)");

  private static final Pattern COMPACT_IN_ADDRESS =
      Pattern.compile("[/_-](20\\d{2})(0[1-9]|1[0-2])([0-2]\\d|3[01])(?=[/_.-]|$)");
  private static final Pattern WORDED_IN_ADDRESS =
      Pattern.compile("/(20\\d{2})/([a-z]{3,9})/(\\d{1,2})(?:/|$)");

  private AddressDates() {}

  static @Nullable Moment in(@Nullable URI address) {
    if (address == null || address.getPath() == null) {
      return null;
    }
    Matcher match = IN_ADDRESS.matcher(address.getPath());
    if (match.find()) {
      return date(match, Integer.parseInt(Groups.group(match, 2)));
    }
    Matcher compact = COMPACT_IN_ADDRESS.matcher(address.getPath());
    if (compact.find()) {
      return date(compact, Integer.parseInt(Groups.group(compact, 2)));
    }
    Matcher worded = WORDED_IN_ADDRESS.matcher(address.getPath());
    return worded.find() ? date(worded, Months.number(Groups.group(worded, 2))) : null;
  }

  private static @Nullable Moment date(Matcher match, int month) {
    return Moment.date(
        Integer.parseInt(Groups.group(match, 1)), month, Integer.parseInt(Groups.group(match, 3)));
  }
}
