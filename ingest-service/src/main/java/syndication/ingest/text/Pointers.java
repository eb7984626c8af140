package syndication.ingest.text;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle.Attribution;

/// Lines that point away from the story: to another story, or to where this one comes from.
final class Pointers {

  private static final int LINE_CHARS_MAX = 260;

  private static final Pattern READ_HERE =
      Pattern.compile(
          "^[\\W]*((you can )?(read|see|continue reading|click here (to|for)("
              + " read)?|find)\\s+(the\\s+)?(full|whole|entire|complete|original|rest of the|rest"
              + " of this)\\s+(story|article|post|report|piece|interview|text)\\b.{0,40}|(continue"
              + " reading|keep reading|read (more|on))( the( main)? (story|article))? (on|at)"
              + " .{2,50}|(den )?(ganzen|vollständigen) (artikel|beitrag|text) (hier"
              + " )?lesen.{0,30}|(lire|lisez) (la suite|l['’]article (complet|intégral|en"
              + " entier)|l['’]intégralité).{0,40}|(lea|lee|leer) (la (historia|noticia|nota)"
              + " completa|el artículo completo|el texto completo).{0,40}|leggi (l['’]articolo"
              + " (completo|integrale)|la notizia completa).{0,40}|leia (a"
              + " (matéria|notícia|reportagem) completa|o artigo completo|na íntegra).{0,40}|lees"
              + " (het|de) (volledige|hele) (artikel|verhaal).{0,40}|читать"
              + " (полностью|далее).{0,30})$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern READ_MORE =
      Pattern.compile(
          "^[\\[(>»→•\\s]*(read more|read also|also check|you may also check|you might also"
              + " like|also read|see also|read next|read|related|related"
              + " (story|stories|article|articles|reading|news|content|post|posts)|more on"
              + " this|recommended|don['’]t miss|up next|must read|you may also like|lire aussi|à"
              + " lire aussi|lesen sie auch|lesen sie mehr|mehr zum thema|lee también|te puede"
              + " interesar|leer más|leggi anche|leia também|leia mais|veja também|saiba mais|lees"
              + " ook|läs också|les også|læs også|lue myös|czytaj też|czytaj także|zobacz"
              + " też|přečtěte si|читайте также|читайте також|читать также|ayrıca bkz|διαβάστε"
              + " (?:επίσης|ακόμα|περισσότερα)|ilgili haber|baca juga|xem thêm|اقرأ أيضا|اقرأ"
              + " أيضًا|اقرأ أيضاً|関連記事|あわせて読みたい|相关阅读|延伸閱讀|관련기사|watch|watch"
              + " now)\\s*[:：|–—»>]+\\s*(.+?)[\\])]?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern APPEARED_FIRST =
      Pattern.compile(
          "^(the post|this (post|article|story))\\b(.*?)\\b(appeared first|first appeared|was"
              + " originally published|originally appeared|was first published|originally"
              + " published) (on|at|in|by)\\s+(.+?)[.\\s]*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SOURCE =
      Pattern.compile(
          "^[\\[(]?(source link|source url|original source|source article|original article|original"
              + " story|view original|read original|originally published("
              + " (on|at|in|by))?|sources?|via|quelle|originalquelle|fuente|fuente original|lien"
              + " source|lien vers la"
              + " source|fonte|bron|źródło|kilde|källa|kaynak|источник|джерело|източник|المصدر|מקור|स्रोत|πηγή|forrás|zdroj|lähde|sursa|sumber|nguồn|来源|來源|出典|출처)[\\])]?\\s*[:：|–—-]?\\s*(.*)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// The last line of press releases, and of what is passed on.
  private static final Pattern RELEASED_BY =
      Pattern.compile(
          "^(?:SOURCE|[Vv]ia) (\\p{Lu}\\S*(?: \\S+){0,5}?(?<![.!?])|\\p{Lu}\\S*(?: \\S+){0,5}?"
              + " (?:Inc|Ltd|Co|Corp|Bros|plc|a\\.s|s\\.r\\.o|S\\.A|S\\.p\\.A|N\\.V|B\\.V|e\\.V)\\.)$");

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"')\\]]{4,1000}");
  private static final int LABEL_CHARS_MAX = 40;
  private static final int LINKED_MAX = 4;
  private static final int ROW_CHARS_MAX = 160;
  private static final int HEADLINE_CHARS_MIN = 25;

  private Pointers() {}

  /// "Read the full story below:" and the like: the next line is another story's headline.
  static boolean announcesHeadline(String text) {
    return text.length() <= LINE_CHARS_MAX && READ_HERE.matcher(text).matches();
  }

  /// "Read also:" and nothing after it: what is announced stands on the next lines.
  static boolean announcesLinks(String text) {
    return text.length() <= LABEL_CHARS_MAX
        && READ_MORE.matcher(text.replaceFirst("[:：]?\\s*$", ": it")).matches()
        && headlineOnLine(text) == null;
  }

  /// Whether the line is one link around words that could be a headline, or a short list of such.
  static boolean isLinkedHeadline(Line line) {
    int links = line.links().size();
    boolean few = line.kind() == Line.Kind.OTHER ? links >= 1 && links <= LINKED_MAX : links == 1;
    return few
        && line.kind() != Line.Kind.HEADING
        && isPointer(line)
        && line.text().length() <= LINE_CHARS_MAX
        && line.links().stream().allMatch(link -> couldBeHeadline(link.text()));
  }

  private static boolean couldBeHeadline(String text) {
    return text.length() >= HEADLINE_CHARS_MIN
        && text.indexOf(' ', text.indexOf(' ') + 1) > 0
        && !LineRules.endsSentence(text);
  }

  /// Whether the line is a row of links, as before and after stories.
  static boolean isLinkRow(Line line) {
    return line.links().size() >= 3
        && line.text().length() <= ROW_CHARS_MAX
        && line.linkChars() >= 0.8 * line.text().length();
  }

  /// Whether the line is nothing but links.
  static boolean isPointer(Line line) {
    return line.linkChars() > 0 && line.linkChars() >= 0.9 * line.text().length();
  }

  /// Headline behind "Read more:" on the same line, or `null`.
  static @Nullable String headlineOnLine(String text) {
    if (text.length() > LINE_CHARS_MAX) {
      return null;
    }
    Matcher match = READ_MORE.matcher(text);
    return match.matches() ? Groups.group(match, 3).strip() : null;
  }

  /// "The post … appeared first on …": where the story comes from, or `null`.
  static @Nullable Attribution appearedFirst(Line line) {
    if (line.text().length() > LINE_CHARS_MAX) {
      return null;
    }
    Matcher match = APPEARED_FIRST.matcher(line.text());
    if (!match.matches()) {
      return null;
    }
    return new Attribution(Groups.group(match, 6).strip(), firstAddress(line), null, null);
  }

  /// "Source link", "Source: …", "Via …" at the end of a story, or `null`. The name is absent when
  /// the line gives none.
  static @Nullable Attribution source(Line line) {
    if (line.text().length() > LINE_CHARS_MAX) {
      return null;
    }
    Matcher release = RELEASED_BY.matcher(line.text());
    if (release.matches()) {
      return new Attribution(Groups.group(release, 1).strip(), firstAddress(line), null, null);
    }
    Matcher match = SOURCE.matcher(line.text());
    if (!match.matches()) {
      return null;
    }
    String marker = line.text();
    String name =
        ADDRESS
            .matcher(Groups.group(match, 4))
            .replaceAll("")
            .strip()
            .replaceFirst("[\\s,;:–—-]+$", "");
    boolean separated =
        marker.indexOf(':') >= 0
            || marker.indexOf('：') >= 0
            || name.isEmpty()
            || line.linkChars() > 0;
    boolean tooLong =
        name.length() > 80
            || (LineRules.endsSentence(name) && name.indexOf(' ') > 0 && name.length() > 40);
    if (!separated || tooLong) {
      return null;
    }
    return new Attribution(name.isEmpty() ? null : name, firstAddress(line), null, null);
  }

  static @Nullable URI firstAddress(Line line) {
    for (Line.Link link : line.links()) {
      if (link.address() != null) {
        return link.address();
      }
    }
    Matcher match = ADDRESS.matcher(line.text());
    return match.find() ? address(Groups.group(match, 0)) : null;
  }

  private static @Nullable URI address(String text) {
    try {
      return URI.create(text.replaceAll("[.,;:]+$", ""));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
