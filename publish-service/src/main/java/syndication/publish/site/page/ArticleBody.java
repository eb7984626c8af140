package syndication.publish.site.page;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import syndication.publish.article.PublishedArticle;

/// Makes the HTML that a source wrote fit for a page of ours: nothing in it can run, load over
/// plain HTTP or break the outline of the page.
///
/// First the document is put in order (headings, links, images, tables), then the sanitiser has the
/// last word over what is written out.
public final class ArticleBody {

  private static final String[] BLOCKS = {
    "p",
    "div",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "hr",
    "br",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td"
  };
  private static final String[] INLINES = {
    "a", "b", "strong", "i", "em", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "code",
    "kbd", "samp", "var", "q", "cite", "abbr", "time", "span", "bdi", "bdo", "wbr", "ruby", "rt",
    "rp"
  };
  private static final String FIGURED = "img, table, blockquote, pre, ul, ol, p, a";
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
  private static final Pattern DIRECTION = Pattern.compile("(?i)ltr|rtl|auto");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Pattern DATE = Pattern.compile("[0-9TZ:.+-]{4,40}");
  private static final Pattern HTTPS = Pattern.compile("(?i)https://\\S+");

  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(BLOCKS)
          .allowElements(INLINES)
          .allowElements("img")
          .allowWithoutAttributes("span")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("rel")
          .matching(Pattern.compile("nofollow noopener"))
          .onElements("a")
          .allowUrlProtocols("https", "http", "mailto")
          .allowAttributes("src")
          .matching(HTTPS)
          .onElements("img")
          .allowAttributes("alt")
          .onElements("img")
          .allowAttributes("width", "height")
          .matching(NUMBER)
          .onElements("img")
          .allowAttributes("loading")
          .matching(Pattern.compile("lazy"))
          .onElements("img")
          .allowAttributes("referrerpolicy")
          .matching(Pattern.compile("no-referrer"))
          .onElements("img")
          .allowAttributes("class")
          .matching(Pattern.compile("scroll"))
          .onElements("div")
          .allowAttributes("tabindex")
          .matching(Pattern.compile("0"))
          .onElements("div")
          .allowAttributes("colspan", "rowspan")
          .matching(NUMBER)
          .onElements("td", "th")
          .allowAttributes("datetime")
          .matching(DATE)
          .onElements("time")
          .allowAttributes("cite")
          .matching(HTTPS)
          .onElements("blockquote", "q")
          .allowAttributes("title")
          .onElements("abbr")
          .allowAttributes("lang")
          .matching(LANGUAGE)
          .globally()
          .allowAttributes("dir")
          .matching(DIRECTION)
          .globally()
          .toFactory();

  private ArticleBody() {}

  /// HTML for the article's page; empty when there is no body.
  public static String html(PublishedArticle article) {
    return article.bodyHtml().isBlank()
        ? POLICY.sanitize(paragraphs(article.bodyText()))
        : html(article.bodyHtml(), article.canonicalUrl());
  }

  /// @param base what addresses without a host are relative to, or `null` when not known
  static String html(String foreign, @Nullable URI base) {
    Document document = Jsoup.parseBodyFragment(foreign, base == null ? "" : base.toString());
    document.select("script, style, template, noscript, svg, math, iframe, object, embed").remove();
    links(document);
    images(document);
    headings(document.body());
    tables(document);
    document.outputSettings().prettyPrint(false);
    return POLICY.sanitize(document.body().html());
  }

  private static void links(Document document) {
    for (Element link : document.select("a")) {
      String address = link.absUrl("href");
      boolean elsewhere = !link.attr("href").strip().startsWith("#");
      boolean web = elsewhere && (address.startsWith("https://") || address.startsWith("http://"));
      if (web || link.attr("href").toLowerCase(Locale.ROOT).startsWith("mailto:")) {
        link.attr("href", web ? address : link.attr("href"));
        link.attr("rel", "nofollow noopener");
      } else {
        link.unwrap();
      }
    }
  }

  private static void images(Document document) {
    for (Element image : document.select("img")) {
      String address = image.absUrl("src");
      if (address.startsWith("https://")) {
        image.attr("src", address).attr("loading", "lazy").attr("referrerpolicy", "no-referrer");
        if (!image.hasAttr("alt")) {
          image.attr("alt", "");
        }
      } else {
        image.remove();
      }
    }
    // A caption without its picture speaks of something that the reader cannot see.
    for (Element figure : document.select("figure")) {
      if (figure.select(FIGURED).stream().allMatch(it -> it.closest("figcaption") != null)) {
        figure.remove();
      }
    }
  }

  // The page's headline is its only h1; below it no level is left out, whatever the source did.
  private static void headings(Element body) {
    Deque<Integer> open = new ArrayDeque<>();
    for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
      int level = heading.tagName().charAt(1) - '0';
      while (!open.isEmpty() && open.getFirst() >= level) {
        open.pop();
      }
      open.push(level);
      heading.tagName("h" + Math.min(4, 1 + open.size()));
    }
  }

  private static void tables(Document document) {
    for (Element table : document.select("table")) {
      if (table.parents().is("table")) {
        continue;
      }
      table.wrap("<div class=\"scroll\" tabindex=\"0\"></div>");
    }
  }

  private static String paragraphs(String text) {
    List<String> blocks = text.lines().filter(it -> !it.isBlank()).toList();
    var body = new Element("div");
    blocks.forEach(it -> body.appendElement("p").text(it));
    return body.html();
  }
}
