package syndication.ingest.revision;

import syndication.ingest.article.ParsedArticle;
import syndication.ingest.article.ParsedArticle.Dates;
import syndication.ingest.article.ParsedArticle.Notes;

/// Articles that differ from another in one part.
public final class Articles {

  private Articles() {}

  public static ParsedArticle dated(ParsedArticle it, Dates dates) {
    return new ParsedArticle(
        it.identifiers(),
        it.title(),
        it.body(),
        it.description(),
        it.byline(),
        it.language(),
        dates,
        it.rights(),
        it.categories(),
        it.media(),
        it.related(),
        it.notes(),
        it.attribution(),
        it.removed(),
        it.warnings(),
        it.mentions());
  }

  public static ParsedArticle noted(ParsedArticle it, Notes notes) {
    return new ParsedArticle(
        it.identifiers(),
        it.title(),
        it.body(),
        it.description(),
        it.byline(),
        it.language(),
        it.dates(),
        it.rights(),
        it.categories(),
        it.media(),
        it.related(),
        notes,
        it.attribution(),
        it.removed(),
        it.warnings(),
        it.mentions());
  }
}
