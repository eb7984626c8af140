package syndication.publish.sitestore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import syndication.publish.article.PublishedArticle;
import syndication.publish.site.Card;
import syndication.publish.site.ListKind;
import syndication.publish.site.ListRef;
import syndication.publish.site.Listed;
import syndication.publish.site.Place;
import syndication.publish.site.Shelf;
import syndication.publish.site.Story;

/// Reads what may be shown now: nothing withdrawn, embargoed or expired.
public final class SiteReader {

  /// Near-duplicates fetched for one page of stories.
  private static final int OTHERS_MAX = 200;

  /// Stories of other sources shown beside an article.
  private static final int ALSO_MAX = 10;

  /// How far back an article's lists are searched for related ones.
  private static final int RELATED_DEPTH = 30;

  private static final int RELATED_MAX = 5;

  /// Lists that most articles are on say nothing about what is related.
  private static final int RELATED_LISTS_MAX = 12;

  private static final String VISIBLE =
      """
       and (l.visible_from is null or l.visible_from <= :now)
       and (l.visible_until is null or l.visible_until > :now)
      """;

  // The first article of a story stands for it, so that pages stay as they are when others follow.
  private static final String SHELF =
      """
      select a.card, l.label, l.listed_at, l.article_id, l.story
      from site_listing l join site_article a on a.article_id = l.article_id
      where l.list = :list
      """
          + VISIBLE
          + """
          and (l.listed_at, l.article_id) < (:at, :id)
          and not exists (
            select 1 from site_listing o
            where o.list = l.list and o.story = l.story
              and (o.listed_at, o.article_id) < (l.listed_at, l.article_id)
              and (o.visible_from is null or o.visible_from <= :now)
              and (o.visible_until is null or o.visible_until > :now))
          order by l.listed_at desc, l.article_id desc
          limit :limit
          """;

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private final JdbcClient database;
  private final InstantSource clock;

  public SiteReader(JdbcClient database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// One page of a list; empty when no visible article is on it.
  ///
  /// @param after where the page begins, or `null` for the newest
  /// @param storiesMax on the page, at least 1
  public Optional<Shelf> shelf(ListRef list, @Nullable Place after, int storiesMax) {
    Place from = after == null ? new Place(END_OF_TIME, "") : after;
    List<Row> rows =
        database
            .sql(SHELF)
            .param("list", list.key())
            .param("now", now())
            .param("at", Timestamp.from(from.at()))
            .param("id", from.articleId())
            .param("limit", storiesMax + 1)
            .query(Row::of)
            .list();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Row> shown = rows.subList(0, Math.min(rows.size(), storiesMax));
    Map<String, List<Card>> others = others(list, shown);
    List<Story> stories =
        shown.stream()
            .map(it -> new Story(it.card(), others.getOrDefault(it.story(), List.of())))
            .toList();
    Row last = shown.getLast();
    Place next =
        rows.size() > storiesMax ? new Place(last.listedAt(), last.card().articleId()) : null;
    return Optional.of(new Shelf(new Listed(list, rows.getFirst().label()), stories, next));
  }

  /// The newest articles of a list in full, for feeds; near-duplicates each on their own.
  public List<PublishedArticle> newest(ListRef list, int articlesMax) {
    return database
        .sql(
            "select a.article from site_listing l"
                + " join site_article a on a.article_id = l.article_id where l.list = :list"
                + VISIBLE
                + " order by l.listed_at desc, l.article_id desc limit :limit")
        .param("list", list.key())
        .param("now", now())
        .param("limit", articlesMax)
        .query(Column::text)
        .list()
        .stream()
        .map(ArticleJson::article)
        .toList();
  }

  /// The name that the newest article gives to a list; empty when none is visible.
  public Optional<Listed> listed(ListRef list) {
    return database
        .sql(
            "select l.label from site_listing l where l.list = :list"
                + VISIBLE
                + " order by l.listed_at desc, l.article_id desc limit 1")
        .param("list", list.key())
        .param("now", now())
        .query(Column::text)
        .optional()
        .map(label -> new Listed(list, label));
  }

  /// @param token from [syndication.publish.site.Token#ofArticle]
  public Optional<FoundArticle> article(String token) {
    return database
        .sql("select article, visible_from, visible_until from site_article where token = :token")
        .param("token", token)
        .query((row, _) ->
            FoundArticle.of(
                ArticleJson.article(Column.text(row, "article")),
                Column.timeIfAny(row, "visible_from"),
                Column.timeIfAny(row, "visible_until"),
                clock.instant()))
        .optional();
  }

  public Optional<PublishedArticle> state(String articleId) {
    return database
        .sql("select article from site_article where article_id = :id")
        .param("id", articleId)
        .query(Column::text)
        .optional()
        .map(ArticleJson::article);
  }

  /// The same story from elsewhere, oldest first.
  public List<Card> also(String articleId) {
    return cards(
        """
        select a.card from site_listing me
        join site_listing l on l.list = me.list and l.story = me.story
        join site_article a on a.article_id = l.article_id
        where me.list = 'front:' and me.article_id = :id and l.article_id <> :id
        """
            + VISIBLE
            + " order by l.listed_at, l.article_id limit "
            + ALSO_MAX,
        articleId);
  }

  /// Other stories that share the most tags and topics, the newest first among equals.
  public List<Card> related(String articleId) {
    return cards(
        """
        with mine as (
          select list, story from site_listing
          where article_id = :id and (list like 'tag:%' or list like 'topic:%')
          limit
        """
            + RELATED_LISTS_MAX
            + """
            ),
            near as (
              select l.article_id, l.story, l.listed_at
              from mine cross join lateral (
                select l.article_id, l.story, l.listed_at from site_listing l
                where l.list = mine.list and l.story <> mine.story
            """
            + VISIBLE
            + " order by l.listed_at desc limit "
            + RELATED_DEPTH
            + """
            ) l),
            ranked as (
              select article_id, story, listed_at, count(*) as shared,
                row_number() over (partition by story
                  order by count(*) desc, listed_at, article_id) as place
              from near group by article_id, story, listed_at)
            select a.card from ranked r join site_article a on a.article_id = r.article_id
            where r.place = 1
            order by r.shared desc, r.listed_at desc, r.article_id limit
            """
            + " "
            + RELATED_MAX,
        articleId);
  }

  /// When the site changed last; the epoch when it never did.
  public Instant lastChange() {
    return database
        .sql("select changed_at from site_change order by changed_at desc, sequence desc limit 1")
        .query((row, _) -> Column.time(row, "changed_at"))
        .optional()
        .orElse(Instant.EPOCH);
  }

  /// The lists that the newest articles are on most, most first.
  ///
  /// @param depth how many of the newest articles count
  public List<Listed> popular(ListKind kind, int depth, int listsMax) {
    String prefix = new ListRef(kind, "").key();
    return database
        .sql(
            """
            select l.list, max(l.label) as label from site_listing l
            join (select l.article_id from site_listing l where l.list = 'front:'
            """
                + VISIBLE
                + """
                 order by l.listed_at desc, l.article_id desc limit :depth) newest
                on newest.article_id = l.article_id
                where l.list like :prefix
                group by l.list order by count(*) desc, l.list limit :limit
                """)
        .param("now", now())
        .param("depth", depth)
        .param("prefix", prefix + "%")
        .param("limit", listsMax)
        .query((row, _) ->
            new Listed(
                new ListRef(kind, Column.text(row, "list").substring(prefix.length())),
                Column.text(row, "label")))
        .list();
  }

  /// Articles that came up since a time, newest first.
  public List<Card> since(Duration age, int articlesMax) {
    return database
        .sql(
            "select a.card from site_listing l"
                + " join site_article a on a.article_id = l.article_id"
                + " where l.list = 'front:' and l.listed_at > :since"
                + VISIBLE
                + " order by l.listed_at desc, l.article_id desc limit :limit")
        .param("since", Timestamp.from(clock.instant().minus(age)))
        .param("now", now())
        .param("limit", articlesMax)
        .query(Column::text)
        .list()
        .stream()
        .map(ArticleJson::card)
        .toList();
  }

  private Map<String, List<Card>> others(ListRef list, List<Row> shown) {
    Map<String, List<Card>> others = new LinkedHashMap<>();
    database
        .sql(
            "select a.card, l.label, l.listed_at, l.article_id, l.story from site_listing l"
                + " join site_article a on a.article_id = l.article_id"
                + " where l.list = :list and l.story in (:stories)"
                + " and l.article_id not in (:leads)"
                + VISIBLE
                + " order by l.listed_at, l.article_id limit "
                + OTHERS_MAX)
        .param("list", list.key())
        .param("now", now())
        .param("stories", shown.stream().map(Row::story).toList())
        .param("leads", shown.stream().map(it -> it.card().articleId()).toList())
        .query(Row::of)
        .list()
        .forEach(it -> others.computeIfAbsent(it.story(), _ -> new ArrayList<>()).add(it.card()));
    return others;
  }

  private List<Card> cards(String query, String articleId) {
    return database
        .sql(query)
        .param("id", articleId)
        .param("now", now())
        .query(Column::text)
        .list()
        .stream()
        .map(ArticleJson::card)
        .toList();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private record Row(Card card, String label, Instant listedAt, String story) {
    static Row of(ResultSet row, int number) throws SQLException {
      return new Row(
          ArticleJson.card(Column.text(row, "card")),
          Column.text(row, "label"),
          Column.time(row, "listed_at"),
          Column.text(row, "story"));
    }
  }
}
