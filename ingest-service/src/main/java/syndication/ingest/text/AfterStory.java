package syndication.ingest.text;

import java.util.List;
import java.util.regex.Pattern;

/// Finds where a story is over: a heading like "About the author" or "You may also like" near the
/// end. Little of the text may stand under it; where it is more, the heading belongs to the story.
final class AfterStory {

  private static final double SURELY_AFTER_SHARE_MAX = 0.55;
  private static final double AFTER_SHARE_MAX = 0.35;
  private static final double SENTENCES_SHARE_MAX = 0.04;
  private static final int SENTENCES_CHARS_MAX = 250;
  private static final int SENTENCE_CHARS_MIN = 40;

  /// The same in other languages, whole headings only.
  private static final String FOREIGN =
      "(\\d+"
          + " )?(kommentare?|commentaires?|comentarios|comentários|commenti|reacties|kommentarer|komentarze|комментарии|коментарі|コメント|评论|評論|网友评论|댓글)(\\s?\\(?\\d+\\)?)?|(mehr|weitere"
          + " (artikel|nachrichten|meldungen|beiträge)) (zum thema|aus"
          + " .{2,40})|pressekontakt(e)?|andere lasen auch|(das )?könnte sie auch"
          + " interessieren|auch interessant|weitere"
          + " (artikel|nachrichten|themen|meldungen|beiträge)|verwandte"
          + " (artikel|themen|beiträge)|über (den autor|die autorin|die autoren)|themen(?= in"
          + " diesem artikel)?.{0,30}|(à )?lire (aussi|également)|sur le même"
          + " (sujet|thème)|(nos|les) lecteurs ont (aussi )?lu( aussi)?|contacts? presse|à propos"
          + " de l['’]auteur|articles? (liés|similaires|connexes)|dans la même rubrique|les plus"
          + " lus|plus d['’]actualités|(más|otras) noticias|noticias relacionadas|contacto de"
          + " prensa|te puede interesar|(te|le|os) recomendamos|artículos relacionados|lo más"
          + " (leído|visto)|sobre (el|la) autora?|relacionad[oa]s|leia (também|mais)|veja"
          + " também|notícias relacionadas|mais lidas|leggi anche|articoli correlati|potrebbe"
          + " interessarti( anche)?|ti potrebbe interessare|i più letti|lees ook|meer over"
          + " .{2,40}|gerelateerd|czytaj (też|także|również)|zobacz"
          + " (też|także|również)|polecane|powiązane|читайте также|по теме|новости по"
          + " теме|материалы по теме|лента новостей|другие"
          + " новости|关联阅读|相关(新闻|阅读|文章|报道)|延伸閱讀|相關(新聞|文章)|热门(新闻|推荐)|関連(記事|ニュース|リンク)|あわせて読みたい|おすすめ記事|アクセスランキング|관련\\s?(기사|뉴스)|많이"
          + " 본 뉴스|اقرأ أيضا|اقرأ أيضًا|مواضيع ذات صلة|أخبار ذات صلة|ilgili haberler|baca"
          + " juga|berita terkait|xem thêm|tin liên quan";

  private static final Pattern AFTER =
      LineRules.rule(
          "^[^\\p{L}]{0,4}(about (the|our|this)"
              + " (authors?|writers?|reviewers?|contributors?|expert|company|publisher)\\b.{0,40}|meet"
              + " (the|our) (authors?|writers?|experts?|team)|authors? bio(graphy)?|author|(if you"
              + " (liked|enjoyed) this.{0,60})?you (might|may|['’]ll)( also)? (like|love|be"
              + " interested( in)?|enjoy|want to read)\\b.{0,40}|(see )?related("
              + " (articles?|posts?|stories|reading|content|topics?|resources?|news|links|guides?|pages?|products?|blogs?|coverage)("
              + " (and|&) \\w+)?)?|(more|other|all)"
              + " (from|in|on|stories|articles|posts|news|resources|blogs?|content|about|related)\\b.{0,60}|recommended("
              + " (for you|reading|articles|stories|posts))?|(read|up|what['’]?s) next|keep"
              + " (reading|exploring)|(latest|recent|popular|featured|trending|similar|other|top|explore("
              + " more)?|suggested|browse)( \\w+)?"
              + " (posts?|articles?|news|stories|blogs?|content|resources?|reads?|topics)|trending("
              + " now)?|most (read|popular|viewed)|share (this|on|via|your)\\b.{0,40}|leave (a|us"
              + " a|your) (reply|comment|response)\\b.{0,30}|(\\d+"
              + " )?(comments?|responses|replies|discussion)( \\(\\d+\\))?|join the"
              + " (discussion|conversation|newsletter)\\b.{0,20}|(join|subscribe|sign"
              + " up)\\b.{0,80}|(our|weekly|free|daily)? ?newsletters?|never miss\\b.{0,40}|stay"
              + " (updated|informed|in touch|connected|in the loop)\\b.{0,40}|follow"
              + " us\\b.{0,40}|also in the news|in other news|post navigation|page"
              + " navigation|explore more|more like this|(next|previous) (post|article)|tags|filed"
              + " under|(media|press|investor|news)( relations)?"
              + " (contacts?|enquiries|inquiries)|was this (page|article|story)"
              + " (helpful|useful)|rate this (page|article|post)|ready for more|more ways (i|we)"
              + " can help( you)?|(collaborate|advertise|partner) with (us|me)|want to"
              + " advertise\\b.{0,60}|(ready to )?get started( today| now)?|start your .{2,50}"
              + " today|article sources|readers also (read|liked|viewed)|"
              + FOREIGN
              + ")\\s*[:：.!?…>»→]*$");

  /// Headings that no story has inside it.
  private static final Pattern SURELY_AFTER =
      LineRules.rule(
          "^(about the (authors?|reviewers?|writers?|contributors?)|also in the news|more (top"
              + " )?stories|related (articles|stories|posts)|"
              + FOREIGN
              + ")\\W*$");

  /// A longer line that ends like a sentence is one.
  private static final int SHORT_CHARS_MAX = 25;

  private AfterStory() {}

  /// Index of the first line that is no longer the story, or how many lines there are.
  static int start(List<Line> lines) {
    int total = 0;
    for (Line line : lines) {
      total += line.text().length();
    }
    int before = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.kind() != Line.Kind.OTHER && opens(line.text())) {
        boolean sure = surelyOpens(line.text());
        double share = sure ? SURELY_AFTER_SHARE_MAX : AFTER_SHARE_MAX;
        if (total - before <= share * total
            && (sure || sentences(lines, i + 1) <= spared(line.text(), total))) {
          return i;
        }
      }
      before += line.text().length();
    }
    return lines.size();
  }

  /// Characters of sentences that may follow and yet be no story; none behind share buttons and
  /// promos, which stand between paragraphs too.
  private static double spared(String opening, int total) {
    return LineRules.isShare(opening) || Solicitations.isPromo(opening)
        ? 0
        : Math.max(SENTENCES_CHARS_MAX, SENTENCES_SHARE_MAX * total);
  }

  private static int sentences(List<Line> lines, int from) {
    int sentences = 0;
    for (Line line : lines.subList(from, lines.size())) {
      String text = line.text();
      boolean sentence =
          text.length() >= SENTENCE_CHARS_MIN
              && 2 * line.linkChars() < text.length()
              && LineRules.endsSentence(text)
              && !Solicitations.isPromo(text)
              && LineRules.edgeRule(text) == null;
      sentences += sentence ? text.length() : 0;
    }
    return sentences;
  }

  /// Whether the line is a heading that stands over lists of other stories, or the like.
  static boolean opens(String text) {
    boolean heading = !LineRules.endsSentence(text) || text.length() <= SHORT_CHARS_MAX;
    return text.length() <= 110 && heading && !isSpoken(text) && AFTER.matcher(text).matches();
  }

  private static boolean isSpoken(String text) {
    return "\"“”„«»‘「『".indexOf(text.charAt(0)) >= 0;
  }

  private static boolean surelyOpens(String text) {
    return text.length() <= 40 && SURELY_AFTER.matcher(text).matches();
  }
}
