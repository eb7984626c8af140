package syndication.publish.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.publish.article.PublishedArticle;
import syndication.publish.article.PublishedArticle.Tag;
import syndication.publish.article.PublishedArticle.Topic;
import syndication.publish.site.Card;
import syndication.publish.site.Listing;
import syndication.publish.site.Words;
import tools.jackson.databind.json.JsonMapper;

/// schema.org's view of a page, as JSON-LD that is safe inside a script element.
final class StructuredData {

  /// What search engines show of a headline.
  private static final int HEADLINE_LENGTH_MAX = 110;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StructuredData() {}

  /// @param self absolute address of the article on this site
  static String article(PublishedArticle article, Card card, String self, Site site) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("@context", "https://schema.org");
    out.put("@type", "NewsArticle");
    out.put("@id", self);
    out.put("url", self);
    out.put("mainEntityOfPage", self);
    out.put("identifier", article.articleId());
    out.put("headline", Words.cut(card.headline(), HEADLINE_LENGTH_MAX));
    put(out, "description", card.teaser());
    put(out, "abstract", article.summary().text());
    out.put("datePublished", article.dates().firstCreated().toString());
    out.put("dateModified", article.dates().versionCreated().toString());
    out.put("version", article.version().revision());
    if (!article.language().equals("und")) {
      out.put("inLanguage", article.language());
    }
    String source = Listing.sourceLabel(article);
    String byline = article.byline();
    out.put(
        "author",
        byline == null ? named("Organization", source, null) : named("Person", byline, null));
    out.put("publisher", named("Organization", source, null));
    out.put("sdPublisher", named("Organization", site.name(), site.absolute().front()));
    put(out, "isBasedOn", article.canonicalUrl());
    put(out, "image", card.image());
    List<String> words = new ArrayList<>(article.tags().stream().map(Tag::label).toList());
    words.addAll(article.keyphrases());
    if (!words.isEmpty()) {
      out.put("keywords", words);
    }
    if (!article.topics().isEmpty()) {
      out.put("articleSection", article.topics().stream().map(Topic::label).toList());
    }
    if (!article.tags().isEmpty()) {
      out.put(
          "about",
          article.tags().stream()
              .map(it -> named(type(it.type()), it.label(), it.sameAs()))
              .toList());
    }
    out.put("wordCount", article.wordCount());
    out.put("timeRequired", "PT" + card.readingMinutes() + "M");
    out.put("isAccessibleForFree", true);
    String holder = article.rights().holder();
    if (holder != null) {
      out.put("copyrightHolder", named("Organization", holder, null));
    }
    put(out, "copyrightNotice", article.rights().notice());
    String note = article.correctionNote();
    if (note != null) {
      Map<String, Object> correction = new LinkedHashMap<>();
      correction.put("@type", "CorrectionComment");
      correction.put("text", note);
      correction.put("datePublished", article.dates().versionCreated().toString());
      out.put("correction", correction);
    }
    return inScript(out);
  }

  static String front(Site site) {
    Map<String, Object> search = new LinkedHashMap<>();
    search.put("@type", "SearchAction");
    search.put("target", site.absolute().base() + "/search?q={words}");
    search.put("query-input", "required name=words");
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("@context", "https://schema.org");
    out.put("@type", "WebSite");
    out.put("name", site.name());
    out.put("url", site.absolute().front());
    out.put("potentialAction", search);
    return inScript(out);
  }

  private static Map<String, Object> named(String type, String name, @Nullable String sameAs) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("@type", type);
    out.put("name", name);
    put(out, "sameAs", sameAs);
    return out;
  }

  private static String type(String tagType) {
    return switch (tagType) {
      case "person" -> "Person";
      case "organisation" -> "Organization";
      case "place" -> "Place";
      case "event" -> "Event";
      default -> "Thing";
    };
  }

  private static void put(Map<String, Object> out, String name, @Nullable Object value) {
    if (value != null) {
      out.put(name, value.toString());
    }
  }

  // No character that could end the element or begin a comment is left as it is.
  private static String inScript(Map<String, Object> value) {
    return MAPPER
        .writeValueAsString(value)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
