package syndication.ingest.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import syndication.ingest.normalise.Records;

/// Articles, accounts and identity decisions, for operators.
@RestController
@RequestMapping("/api/admin")
public class TraceController {

  private static final String URN = "urn:uuid:";

  /// Articles that an explanation lists when none is named.
  private static final int EXPLAINED_MAX = 50;

  private final Records records;

  TraceController(Records records) {
    this.records = records;
  }

  @GetMapping("/articles/{articleId}")
  Records.ArticleTrace article(@PathVariable String articleId) {
    return records
        .article(urn(articleId))
        .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no article has the id " + articleId));
  }

  @GetMapping("/counts")
  Page<Counts> counts() {
    return new Page<>(records.counts().stream().map(Counts::of).toList(), null);
  }

  @GetMapping("/sources/{sourceId}/explain")
  Records.Explanation explain(
      @PathVariable String sourceId, @RequestParam(required = false) @Nullable String article) {
    String one = article == null || article.isBlank() ? null : urn(article);
    Records.Explanation it = records.explain(sourceId, one, EXPLAINED_MAX);
    if (it.articles().isEmpty()) {
      throw Problems.of(
          HttpStatus.NOT_FOUND,
          one == null
              ? "no article came from a source called " + sourceId
              : "source %s has no article %s".formatted(sourceId, one));
    }
    return it;
  }

  private static String urn(String articleId) {
    return articleId.startsWith(URN) ? articleId : URN + articleId;
  }

  /// The accounts of one source, with the verdict.
  record Counts(
      String sourceId,
      long received,
      long published,
      long unchanged,
      long quarantined,
      long rejected,
      long held,
      long pending,
      boolean balanced,
      String itemIds) {

    static Counts of(Records.SourceCounts it) {
      return new Counts(
          it.sourceId(),
          it.received(),
          it.published(),
          it.unchanged(),
          it.quarantined(),
          it.rejected(),
          it.held(),
          it.pending(),
          it.balanced(),
          it.itemIds().verdict());
    }
  }
}
