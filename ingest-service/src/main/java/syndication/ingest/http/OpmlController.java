package syndication.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import syndication.ingest.source.PollSettings;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;

/// Lists of feeds as OPML 2.0 (<http://opml.org/spec2.opml>), out and in.
@RestController
@RequestMapping("/api/admin/opml")
final class OpmlController {

  private static final int BYTES_MAX = 5 * 1024 * 1024;

  /// More is a crawl of the web, not a newsroom's list.
  private static final int FEEDS_MAX = 5_000;

  private static final int PAGE = 200;
  private static final int SLUG_CHARS_MAX = 50;
  private static final MediaType OPML = MediaType.parseMediaType("text/x-opml;charset=UTF-8");

  private final SourceAdministration administration;

  OpmlController(SourceAdministration administration) {
    this.administration = administration;
  }

  /// One feed of a list that was read in.
  ///
  /// @param sourceId `null` when nothing was registered
  /// @param says added, or why not
  record Imported(String feedUrl, @Nullable String sourceId, String says) {}

  /// @param added how many sources were registered
  record Import(int added, List<Imported> items) {}

  @GetMapping
  ResponseEntity<String> export() {
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<opml version=\"2.0\">\n<head><title>Sources</title></head>\n<body>\n");
    String after = "";
    List<Source> page;
    do {
      page = administration.list(after, PAGE);
      for (Source it : page) {
        after = it.id().value();
        if (it.kind() == Source.Kind.FEED && it.state() != Source.State.DEACTIVATED) {
          outline(out, it);
        }
      }
    } while (page.size() == PAGE);
    out.append("</body>\n</opml>\n");
    return ResponseEntity.ok().contentType(OPML).body(out.toString());
  }

  @PostMapping
  Import read(HttpServletRequest request) {
    byte[] body = BoundedBody.read(request, BYTES_MAX);
    Document document =
        Jsoup.parse(new String(body, StandardCharsets.UTF_8), "", Parser.xmlParser());
    List<Element> outlines = document.select("outline[xmlUrl], outline[xmlurl], outline[url]");
    if (document.selectFirst("opml") == null || outlines.size() > FEEDS_MAX) {
      throw Problem.invalid(
              List.of(
                  new Problem.FieldError(
                      "body",
                      document.selectFirst("opml") == null
                          ? "no opml element"
                          : outlines.size() + " feeds",
                      "an OPML document with at most %d feeds".formatted(FEEDS_MAX))))
          .asException();
    }
    List<Imported> items = new ArrayList<>();
    outlines.forEach(it -> items.add(imported(it)));
    int added = (int) items.stream().filter(it -> it.says().equals("added")).count();
    return new Import(added, items);
  }

  private Imported imported(Element outline) {
    String text = attribute(outline, "xmlUrl", "xmlurl", "url");
    List<Problem.FieldError> errors = new ArrayList<>();
    URI feed = SubmissionForm.address("xmlUrl", text, errors);
    if (feed == null) {
      return new Imported(text, null, "not an http or https address");
    }
    var known = administration.byFeed(feed);
    if (known.isPresent()) {
      return new Imported(text, known.get().id().value(), "already registered");
    }
    String title = attribute(outline, "title", "text");
    String name = title.isEmpty() ? String.valueOf(feed.getHost()) : title;
    URI home = SubmissionForm.address("htmlUrl", attribute(outline, "htmlUrl", "htmlurl"), errors);
    SourceId id = freeId(name);
    administration.add(
        new Source(
            id,
            name.substring(0, Math.min(name.length(), Source.NAME_CHARS_MAX)),
            Source.Kind.FEED,
            Source.State.ACTIVE,
            feed,
            home,
            null,
            Source.Rights.UNSTATED,
            PollSettings.DEFAULT,
            administration.now(),
            administration.now()));
    return new Imported(text, id.value(), "added");
  }

  private SourceId freeId(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String slug = plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-");
    slug = slug.replaceAll("^-+|-+$", "");
    slug = slug.substring(0, Math.min(slug.length(), SLUG_CHARS_MAX));
    String base = slug.isEmpty() ? "feed" : slug;
    String id = base;
    for (int i = 2; administration.exists(new SourceId(id)); i++) {
      id = base + "-" + i;
    }
    return new SourceId(id);
  }

  private static String attribute(Element element, String... names) {
    for (String name : names) {
      String value = element.attr(name).strip();
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static void outline(StringBuilder out, Source source) {
    out.append("<outline type=\"rss\" text=\"").append(escaped(source.name()));
    out.append("\" title=\"").append(escaped(source.name()));
    out.append("\" xmlUrl=\"").append(escaped(String.valueOf(source.feedUrl()))).append('"');
    if (source.homepage() != null) {
      out.append(" htmlUrl=\"").append(escaped(source.homepage().toString())).append('"');
    }
    out.append("/>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
