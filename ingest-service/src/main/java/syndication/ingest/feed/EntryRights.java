package syndication.ingest.feed;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.SyndicationRight;

/// What an entry's notices and licences mean for passing it on.
final class EntryRights {

  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "(?i)copyright|\\(c\\)|©|&copy;|all rights"
              + " reserved|\\b(?:19|20)\\d{2}\\b|[-–,.;:]+(?=\\s|$)");

  private static final int HOLDER_CHARS_MAX = 100;

  private EntryRights() {}

  static ParsedArticle.Rights of(Rights rights) {
    String stated = rights.notice() == null ? "" : rights.notice().plain();
    String notice = stated.isEmpty() ? rights.credit() : stated;
    URI license = rights.license();
    return new ParsedArticle.Rights(
        holder(notice),
        notice,
        license == null ? null : license.toString(),
        license == null ? SyndicationRight.UNKNOWN : right(license));
  }

  private static @Nullable String holder(@Nullable String notice) {
    if (notice == null) {
      return null;
    }
    String name = NOT_A_NAME.matcher(notice).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return name.isEmpty() || name.length() > HOLDER_CHARS_MAX ? null : name;
  }

  /// Creative Commons lets anyone pass on, unless for money.
  private static SyndicationRight right(URI license) {
    String address = license.toString().toLowerCase(Locale.ROOT);
    if (!address.contains("creativecommons.org/")) {
      return SyndicationRight.UNKNOWN;
    }
    return address.contains("-nc") ? SyndicationRight.VERIFY : SyndicationRight.YES;
  }
}
