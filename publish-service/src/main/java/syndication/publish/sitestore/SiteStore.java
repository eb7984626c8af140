package syndication.publish.sitestore;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import syndication.publish.article.PublishedArticle;
import syndication.publish.site.Listing;

/// Puts articles on the site: the highest version of each, however often and in whatever order they
/// come. Safe for use by several threads and processes.
public final class SiteStore {

  /// Rows in one transaction: short enough that a withdrawal never waits long for the same rows.
  private static final int ROWS_MAX = 200;

  /// Characters of JSON in one statement, well below what one PostgreSQL value can hold.
  private static final int CHARACTERS_MAX = 16 * 1024 * 1024;

  /// Names the lock under which changes get their numbers.
  static final long SEQUENCE_LOCK = 0x5359_4e44_0001L;

  // A withdrawal is never undone by the revision that it withdraws, whoever enriched it.
  private static final String UPSERT =
      """
      insert into site_article as known
        (article_id, token, revision, enrichment, status, listed_at, revised_at, visible_from,
         visible_until, story, card, article, search_configuration, search)
      select article_id, token, revision, enrichment, status, listed_at, revised_at, visible_from,
        visible_until, story, card, article, search_configuration,
        case when status = 'USABLE' then
          setweight(to_tsvector(search_configuration::regconfig, words_a), 'A')
          || setweight(to_tsvector(search_configuration::regconfig, words_b), 'B')
          || setweight(to_tsvector(search_configuration::regconfig, words_d), 'D')
        else ''::tsvector end
      from jsonb_to_recordset(:rows::jsonb) as incoming (
        article_id text, token text, revision bigint, enrichment bigint, status text,
        listed_at timestamptz, revised_at timestamptz, visible_from timestamptz,
        visible_until timestamptz, story text, card jsonb, article jsonb,
        search_configuration text, words_a text, words_b text, words_d text)
      order by article_id
      on conflict (article_id) do update set
        revision = excluded.revision, enrichment = excluded.enrichment, status = excluded.status,
        listed_at = excluded.listed_at, revised_at = excluded.revised_at,
        visible_from = excluded.visible_from, visible_until = excluded.visible_until,
        story = excluded.story, card = excluded.card,
        article = case when excluded.enrichment = 0
          then jsonb_set(excluded.article, '{origin}', known.article -> 'origin')
          else excluded.article end,
        search_configuration = excluded.search_configuration, search = excluded.search
      where excluded.revision > known.revision
        or (excluded.revision = known.revision and excluded.enrichment > known.enrichment
          and (excluded.status <> 'USABLE' or known.status = 'USABLE'))
      returning article_id
      """;

  private static final String LIST =
      """
      insert into site_listing
        (list, article_id, label, listed_at, story, visible_from, visible_until)
      select list, article_id, label, listed_at, story, visible_from, visible_until
      from jsonb_to_recordset(:rows::jsonb) as incoming (
        list text, article_id text, label text, listed_at timestamptz, story text,
        visible_from timestamptz, visible_until timestamptz)
      """;

  private static final String NUMBER =
      """
      insert into site_change (article_id, sequence, changed_at, due)
      select article_id, nextval('site_sequence'), :now,
        case when status = 'USABLE' then
          (select min(at) from (values (visible_from), (visible_until)) times (at)
           where at > :now)
        end
      from site_article where article_id in (:ids) order by article_id
      on conflict (article_id) do update set
        sequence = excluded.sequence, changed_at = excluded.changed_at, due = excluded.due
      """;

  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  public SiteStore(JdbcClient database, TransactionOperations transactions, InstantSource clock) {
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Applies them; returns when the database has them for good.
  ///
  /// @param articles any number, in any order, also several versions of one article
  /// @return how many changed something
  public int apply(Collection<PublishedArticle> articles) {
    Map<String, PublishedArticle> highest = new TreeMap<>();
    for (PublishedArticle it : articles) {
      highest.merge(it.articleId(), it, SiteStore::higher);
    }
    int changed = 0;
    List<Piece> chunk = new ArrayList<>();
    long characters = 0;
    for (PublishedArticle it : highest.values()) {
      Piece piece = Piece.of(it);
      if (!chunk.isEmpty()
          && (chunk.size() == ROWS_MAX || characters + piece.row().length() > CHARACTERS_MAX)) {
        changed += write(List.copyOf(chunk));
        chunk.clear();
        characters = 0;
      }
      chunk.add(piece);
      characters += piece.row().length();
    }
    return chunk.isEmpty() ? changed : changed + write(List.copyOf(chunk));
  }

  private static PublishedArticle higher(PublishedArticle one, PublishedArticle other) {
    int order = one.version().compareTo(other.version());
    boolean sameRevision = one.version().revision() == other.version().revision();
    if (sameRevision && one.usable() != other.usable()) {
      return one.usable() ? other : one;
    }
    return order < 0 ? other : one;
  }

  private int write(List<Piece> chunk) {
    Integer changed = transactions.execute(_ -> writeInTransaction(chunk));
    return changed == null ? 0 : changed;
  }

  private int writeInTransaction(List<Piece> chunk) {
    Set<String> changed =
        database.sql(UPSERT).param("rows", array(chunk, Piece::row)).query(Column::text).set();
    if (changed.isEmpty()) {
      return 0;
    }
    database
        .sql("delete from site_listing where article_id in (:ids)")
        .param("ids", changed)
        .update();
    List<Piece> listed =
        chunk.stream()
            .filter(it -> changed.contains(it.articleId()) && !it.listings().isEmpty())
            .toList();
    if (!listed.isEmpty()) {
      database.sql(LIST).param("rows", array(listed, Piece::listings)).update();
    }
    database
        .sql("select pg_advisory_xact_lock(:lock)::text")
        .param("lock", SEQUENCE_LOCK)
        .query(Column::text)
        .single();
    database
        .sql(NUMBER)
        .param("ids", changed)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return changed.size();
  }

  private static String array(List<Piece> pieces, Function<Piece, String> part) {
    return pieces.stream().map(part).collect(Collectors.joining(",", "[", "]"));
  }

  /// @param row JSON object of the article's row
  /// @param listings JSON objects of its places on lists, with commas between
  private record Piece(String articleId, String row, String listings) {

    static Piece of(PublishedArticle article) {
      Listing listing = Listing.of(article);
      return new Piece(
          article.articleId(),
          storable(ArticleJson.write(StoredRow.of(article, listing))),
          ListingRow.of(article, listing).stream()
              .map(it -> storable(ArticleJson.write(it)))
              .collect(Collectors.joining(",")));
    }

    // PostgreSQL keeps no character U+0000, in JSON neither: left out, so that no article can stop
    // the ones behind it. An escaped backslash before the letters is text and stays.
    private static String storable(String json) {
      if (!json.contains("\\u0000")) {
        return json;
      }
      var out = new StringBuilder(json.length());
      for (int i = 0; i < json.length(); i++) {
        char c = json.charAt(i);
        if (c != '\\') {
          out.append(c);
        } else if (json.startsWith("\\u0000", i)) {
          i += 5;
        } else {
          out.append(c).append(json.charAt(++i));
        }
      }
      return out.toString();
    }
  }
}
