package syndication.publish.sitestore;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.publish.site.Card;
import syndication.publish.site.SearchText;

/// Finds articles by words, each in its own language, the best and newest first.
public final class Search {

  /// Longer ones are no question a reader types.
  public static final int WORDS_LENGTH_MAX = 200;

  /// Bounds the work for a word that is everywhere: the newest matches compete.
  private static final int CANDIDATES_MAX = 2_000;

  /// Text that snippets are cut from.
  private static final int SNIPPET_SOURCE_MAX = 20_000;

  // Private-use characters: no article's text holds them after they are taken out.
  private static final char MARK_START = '\ue000';
  private static final char MARK_END = '\ue001';

  // A match's rank and its age weigh against each other in a sum that does not change with time, so
  // that pages follow each other without gaps: thirty days of age weigh like a rank e times lower.
  private static final String FIND =
      """
      with questions as (
        select configuration, websearch_to_tsquery(configuration::regconfig, :words) as question
        from (select distinct search_configuration as configuration from site_article
              where status = 'USABLE') used),
      matches as (
        select a.article_id, a.listed_at, q.question, a.search, q.configuration
        from questions q
        join site_article a on a.search @@ q.question
          and a.search_configuration = q.configuration
        where numnode(q.question) > 0 and a.status = 'USABLE'
          and (a.visible_from is null or a.visible_from <= :now)
          and (a.visible_until is null or a.visible_until > :now)
        order by a.listed_at desc limit :candidates),
      scored as (
        select m.*, round((ln(ts_rank_cd(m.search, m.question, 1) + 1e-6)
          + extract(epoch from m.listed_at) / 2592000)::numeric, 6) as score
        from matches m),
      page as (
        select * from scored
        where (score, article_id) < (:score::numeric, :id)
        order by score desc, article_id desc limit :limit)
      select a.card, p.score::text as score, p.article_id,
        ts_headline(p.configuration::regconfig,
          translate(left(a.article ->> 'bodyText', :source), :marks, ''), p.question,
          'StartSel=' || left(:marks, 1) || ', StopSel=' || right(:marks, 1)
          || ', MaxFragments=2, MaxWords=28, MinWords=10, FragmentDelimiter=" … "') as snippet
      from page p join site_article a on a.article_id = p.article_id
      order by p.score desc, p.article_id desc
      """;

  private static final Pattern AFTER =
      Pattern.compile("(-?\\d{1,12}\\.\\d{6}) (\\P{Cntrl}{1,300})");

  private final JdbcClient database;
  private final InstantSource clock;

  public Search(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @param words as a reader types them: words, "phrases", or, -not
  /// @param after from [Results#next()], or `null` for the first page; what is none counts as none
  public Results find(String words, @Nullable String after, int resultsMax) {
    String asked = clean(words);
    if (asked.isBlank()) {
      return new Results(List.of(), null);
    }
    Matcher from = place(after);
    List<Row> rows =
        database
            .sql(FIND)
            .param("words", SearchText.words(asked))
            .param("now", Timestamp.from(clock.instant()))
            .param("candidates", CANDIDATES_MAX)
            .param("score", from == null ? "999999999" : from.group(1))
            .param("id", from == null ? "" : from.group(2))
            .param("limit", resultsMax + 1)
            .param("source", SNIPPET_SOURCE_MAX)
            .param("marks", "" + MARK_START + MARK_END)
            .query((row, _) ->
                new Row(
                    new Result(
                        ArticleJson.card(Column.text(row, "card")),
                        pieces(Column.text(row, "snippet"))),
                    Column.text(row, "score")))
            .list();
    List<Row> shown = rows.subList(0, Math.min(rows.size(), resultsMax));
    String next = null;
    if (rows.size() > resultsMax) {
      Row last = shown.getLast();
      next =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(
                  (last.score() + " " + last.result().card().articleId())
                      .getBytes(StandardCharsets.UTF_8));
    }
    return new Results(shown.stream().map(Row::result).toList(), next);
  }

  private static String clean(String words) {
    String plain = words.replace('\0', ' ').strip();
    return plain.length() <= WORDS_LENGTH_MAX ? plain : plain.substring(0, WORDS_LENGTH_MAX);
  }

  private static @Nullable Matcher place(@Nullable String after) {
    if (after == null) {
      return null;
    }
    try {
      Matcher place =
          AFTER.matcher(new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8));
      return place.matches() ? place : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static List<Piece> pieces(String marked) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    boolean hit = false;
    for (int i = 0; i <= marked.length(); i++) {
      if (i == marked.length() || marked.charAt(i) == MARK_START || marked.charAt(i) == MARK_END) {
        if (i > from) {
          pieces.add(new Piece(marked.substring(from, i), hit));
        }
        hit = i < marked.length() && marked.charAt(i) == MARK_START;
        from = i + 1;
      }
    }
    return pieces;
  }

  /// @param next where the next page begins, or `null` on the last one
  public record Results(List<Result> items, @Nullable String next) {
    public Results {
      items = List.copyOf(items);
    }
  }

  /// @param snippet what surrounds the words in the article, may be empty
  public record Result(Card card, List<Piece> snippet) {
    public Result {
      snippet = List.copyOf(snippet);
    }
  }

  /// A piece of a snippet.
  ///
  /// @param hit whether it is what was asked for
  public record Piece(String text, boolean hit) {}

  private record Row(Result result, String score) {}
}
