package syndication.ingest.reading;

import syndication.ingest.article.ParsedArticle;
import syndication.ingest.nearduplicate.Words;

/// Whether there is an article in what was read.
final class WordCount {

  /// The shortest report is a sentence; menus that cleaning could not tell from one have less.
  private static final int WORDS_MIN = 6;

  private WordCount() {}

  static boolean enough(ParsedArticle article) {
    return Words.of(article.body().text()).size() >= WORDS_MIN;
  }
}
