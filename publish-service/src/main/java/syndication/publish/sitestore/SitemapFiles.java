package syndication.publish.sitestore;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.publish.site.Card;

/// The articles of the site cut into files for search engines, each article in one for good.
public final class SitemapFiles {

  /// Articles in one file: the protocol allows 50,000; a fifth of that stays small to build.
  public static final int ARTICLES_PER_FILE = 10_000;

  private static final String SHOWN =
      " a.status = 'USABLE' and (a.visible_from is null or a.visible_from <= :now)"
          + " and (a.visible_until is null or a.visible_until > :now)";

  private final JdbcClient database;
  private final InstantSource clock;

  public SitemapFiles(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The files that hold something.
  public List<File> files() {
    return database
        .sql(
            "select a.number / :size as file, max(a.revised_at) as changed from site_article a"
                + " where"
                + SHOWN
                + " group by 1 order by 1")
        .param("size", ARTICLES_PER_FILE)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, _) -> new File(row.getLong("file"), Column.time(row, "changed")))
        .list();
  }

  /// Hands over the address of each article in a file and when it changed, one at a time.
  public void each(long file, BiConsumer<Card, Instant> reader) {
    database
        .sql(
            "select a.card, a.revised_at from site_article a where a.number >= :from"
                + " and a.number < :to and"
                + SHOWN
                + " order by a.number")
        .param("from", file * ARTICLES_PER_FILE)
        .param("to", (file + 1) * ARTICLES_PER_FILE)
        .param("now", Timestamp.from(clock.instant()))
        .query(row -> {
          reader.accept(ArticleJson.card(Column.text(row, "card")), Column.time(row, "revised_at"));
        });
  }

  /// @param number from 0
  /// @param changedAt when the newest of its articles changed, UTC
  public record File(long number, Instant changedAt) {}
}
