package syndication.ingest.submission;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.SyndicationRight;

/// What an operator settled about a source that bears on its articles.
///
/// @param name for people
/// @param hosts where the source publishes, lower case; empty when nobody said
/// @param language for articles that state none, or `null`
/// @param rights for articles that state none
public record SourcePolicy(
    String name, Set<String> hosts, @Nullable String language, ParsedArticle.Rights rights) {

  public SourcePolicy {
    hosts = Set.copyOf(hosts);
  }

  /// For a source about which nothing was settled.
  public static SourcePolicy of(String sourceId) {
    return new SourcePolicy(
        sourceId,
        Set.of(),
        null,
        new ParsedArticle.Rights(null, null, null, SyndicationRight.UNKNOWN));
  }
}
