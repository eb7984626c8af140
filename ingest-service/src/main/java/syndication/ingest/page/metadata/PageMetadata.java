package syndication.ingest.page.metadata;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import syndication.ingest.page.blocks.Addresses;
import syndication.ingest.page.layout.Layout;
import tools.jackson.databind.JsonNode;

/// What a page states about its article.
///
/// @param title without the site's name, or `null` when the page has none at all
/// @param titleSegment where the title stands in the layout, or -1
/// @param body the article's text as linked data states it, or `null`
/// @param next address of the article's next page, or `null`
/// @param holder who holds the rights, or `null`
/// @param rights words about the rights, or `null`
public record PageMetadata(
    @Nullable String title,
    int titleSegment,
    @Nullable String byline,
    @Nullable Moment published,
    @Nullable Moment modified,
    @Nullable String siteName,
    @Nullable String language,
    @Nullable URI image,
    @Nullable URI canonical,
    List<URI> others,
    @Nullable String description,
    List<String> categories,
    @Nullable String body,
    @Nullable URI next,
    @Nullable String holder,
    @Nullable String rights,
    List<String> warnings) {

  private static final int DESCRIPTION_CHARS_MAX = 2_000;
  private static final int CATEGORIES_MAX = 40;

  public static PageMetadata of(
      Document document, Layout layout, @Nullable URI address, @Nullable URI base) {
    var stated = new Statements(document);
    JsonLd data = stated.linkedData();
    String siteName = siteName(stated);
    Titles.Found title = Titles.find(stated, document.title(), layout, siteName);
    Element canonicalLink =
        stated.links("canonical").isEmpty() ? null : stated.links("canonical").getFirst();
    URI canonical =
        canonicalLink == null ? null : Addresses.resolve(base, canonicalLink.attr("href"));
    URI ogAddress = resolve(base, stated.meta("og:url"));
    canonical = canonical == null ? ogAddress : canonical;
    String language = language(document, stated);
    var warnings = new ArrayList<String>();
    if (data.wasMended()) {
      warnings.add("The page's JSON-LD is not valid JSON; what could be read of it was used.");
    }
    Pagination pages = Pagination.of(stated, document.title(), layout, base);
    String partial = pages.warning();
    if (partial != null) {
      warnings.add(partial);
    }
    return new PageMetadata(
        title.title(),
        title.segment(),
        PageBylines.find(stated, document, layout, title.segment(), siteName),
        PageDates.published(
            stated,
            document,
            layout,
            title.segment(),
            address == null ? canonical : address,
            language),
        PageDates.modified(stated),
        siteName,
        language,
        image(stated, base),
        canonical,
        others(stated, base, canonical, ogAddress, isAmp(document) ? address : null),
        description(stated),
        categories(stated),
        data.text("articleBody"),
        pages.next(),
        holder(data),
        stated.meta("copyright", "rights", "dc.rights", "dcterms.rights"),
        List.copyOf(warnings));
  }

  private static boolean isAmp(Document document) {
    Element html = document.selectFirst("html");
    return html != null && (html.hasAttr("amp") || html.hasAttr("⚡"));
  }

  private static @Nullable String siteName(Statements stated) {
    String name = stated.meta("og:site_name", "application-name", "al:ios:app_name");
    if (name != null) {
      return name;
    }
    JsonNode article = stated.linkedData().article();
    JsonNode publisher = article == null ? null : article.get("publisher");
    return publisher == null
        ? null
        : JsonLd.textOf(stated.linkedData().resolve(publisher).get("name"));
  }

  private static @Nullable String holder(JsonLd data) {
    JsonNode article = data.article();
    JsonNode holder = article == null ? null : article.get("copyrightHolder");
    return holder == null ? null : JsonLd.textOf(data.resolve(holder).get("name"));
  }

  private static @Nullable String language(Document document, Statements stated) {
    Element html = document.selectFirst("html");
    String language =
        html == null ? "" : html.attr("lang").isBlank() ? html.attr("xml:lang") : html.attr("lang");
    String found =
        language.isBlank()
            ? stated.meta("content-language", "language", "og:locale", "inlanguage")
            : language;
    if (found == null) {
      found = stated.linkedData().text("inLanguage");
    }
    if (found == null) {
      return null;
    }
    String tag = Locale.forLanguageTag(found.strip().replace('_', '-')).toLanguageTag();
    return tag.equals("und") ? null : tag;
  }

  private static @Nullable URI image(Statements stated, @Nullable URI base) {
    URI image =
        resolve(
            base,
            stated.meta(
                "og:image:secure_url",
                "og:image",
                "og:image:url",
                "twitter:image",
                "twitter:image:src"));
    if (image != null) {
      return image;
    }
    JsonNode article = stated.linkedData().article();
    JsonNode linked = article == null ? null : article.get("image");
    if (linked != null && linked.isArray() && !linked.isEmpty()) {
      linked = linked.get(0);
    }
    if (linked != null && linked.isObject()) {
      linked = stated.linkedData().resolve(linked).get("url");
    }
    return resolve(base, JsonLd.textOf(linked));
  }

  private static List<URI> others(
      Statements stated,
      @Nullable URI base,
      @Nullable URI canonical,
      @Nullable URI og,
      @Nullable URI variant) {
    var others = new LinkedHashSet<URI>();
    if (variant != null) {
      others.add(variant);
    }
    if (og != null) {
      others.add(og);
    }
    for (String rel : List.of("amphtml", "shortlink")) {
      for (Element link : stated.links(rel)) {
        URI other = Addresses.resolve(base, link.attr("href"));
        if (other != null) {
          others.add(other);
        }
      }
    }
    if (canonical != null) {
      others.remove(canonical);
    }
    return List.copyOf(others);
  }

  private static @Nullable String description(Statements stated) {
    String text =
        Titles.first(
            stated.meta("og:description", "description", "twitter:description"),
            stated.linkedData().text("description"));
    if (text == null || text.isBlank()) {
      return null;
    }
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= DESCRIPTION_CHARS_MAX ? line : line.substring(0, DESCRIPTION_CHARS_MAX);
  }

  private static List<String> categories(Statements stated) {
    var categories = new LinkedHashSet<String>();
    categories.addAll(stated.metas("article:section"));
    categories.addAll(stated.metas("article:tag"));
    String section = stated.linkedData().text("articleSection");
    if (section != null) {
      categories.add(section);
    }
    for (String list : List.of("news_keywords", "keywords")) {
      for (String words : stated.metas(list)) {
        for (String word : words.split("[,;]", -1)) {
          if (!word.isBlank()) {
            categories.add(word.strip());
          }
        }
      }
    }
    return categories.stream()
        .map(String::strip)
        .filter(it -> it.length() <= 100)
        .limit(CATEGORIES_MAX)
        .toList();
  }

  private static @Nullable URI resolve(@Nullable URI base, @Nullable String written) {
    return written == null ? null : Addresses.resolve(base, written);
  }
}
