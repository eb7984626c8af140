package syndication.ingest.reading;

import syndication.ingest.article.ParsedArticle;
import syndication.ingest.page.PageReader;
import syndication.ingest.page.PageReading;
import syndication.ingest.submission.Reading;
import syndication.ingest.submission.Submission;
import syndication.ingest.submission.SubmissionReader;

/// Reads submissions that are web pages.
public final class PageSubmissions implements SubmissionReader {

  private final PageReader reader;

  public PageSubmissions(PageReader reader) {
    this.reader = reader;
  }

  @Override
  public Reading read(Submission it) {
    return switch (reader.read(it.body().bytes(), it.contentType(), it.address())) {
      case PageReading.Unreadable no ->
          new Reading.Unreadable(no.rule(), no.reason(), no.position());
      case PageReading.Read yes -> {
        ParsedArticle article = yes.article().toParsedArticle(it.address(), it.receivedAt());
        yield WordCount.enough(article)
            ? new Reading.Read(article)
            : new Reading.Unreadable(
                "page.no-text", "page: no text of an article was found in it", null);
      }
    };
  }
}
