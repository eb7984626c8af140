package syndication.ingest.feed;

import java.net.URI;
import syndication.ingest.feed.Draft.Rank;
import syndication.ingest.feed.xml.XmlElement;

/// The elements that say what a feed or an entry is about: titles, summaries, full texts,
/// categories, rights, language.
final class TextElements {

  private final Draft draft;
  private final Scope scope;
  private final boolean entry;

  TextElements(Draft draft, Scope scope, boolean entry) {
    this.draft = draft;
    this.scope = scope;
    this.entry = entry;
  }

  /// @return whether the element is one of these
  boolean read(XmlElement element) {
    switch (element.key()) {
      case "title" -> draft.title(plain(element), Rank.OWN);
      case "dc:title" -> draft.title(plain(element), Rank.DUBLIN_CORE);
      case "media:title" -> draft.title(plain(element), Rank.MEDIA);
      case "itunes:title" -> draft.title(plain(element), Rank.PODCAST);
      case "description", "dc:description" -> summary(html(element), Rank.OWN);
      case "abstract", "dcterms:abstract", "summary" -> summary(plain(element), Rank.OWN);
      case "media:description", "media:text" -> summary(plain(element), Rank.MEDIA);
      case "itunes:summary" -> summary(plain(element), Rank.PODCAST);
      case "tagline", "subtitle", "itunes:subtitle" -> subtitle(element);
      case "info", "feedburner:browserfriendly" -> draft.info = plain(element);
      case "copyright", "rights", "dc:rights", "dcterms:rights" -> draft.notice = plain(element);
      case "content" -> content(plain(element));
      case "content:encoded", "fullitem", "content_encoded", "encoded" -> content(html(element));
      case "body", "xhtml:body", "xhtml:div", "div" ->
          content(TextReader.read(element, scope, Text.XHTML));
      case "language", "dc:language" -> language(element.text());
      case "category", "dc:subject", "subject", "keywords", "tag" -> category(element);
      case "tags" -> tags(element);
      default -> {
        return false;
      }
    }
    return true;
  }

  private Text plain(XmlElement element) {
    return TextReader.read(element, scope, Text.PLAIN);
  }

  private Text html(XmlElement element) {
    return TextReader.read(element, scope, Text.HTML);
  }

  private void subtitle(XmlElement element) {
    Text text = plain(element);
    boolean podcast = element.key().startsWith("itunes:");
    if (entry) {
      draft.subtitle = draft.subtitle == null || !podcast ? text : draft.subtitle;
    } else {
      summary(text, podcast ? Rank.MEDIA : Rank.OWN);
    }
  }

  /// In an entry a second description is its full text.
  private void summary(Text text, Rank rank) {
    embeds(text);
    var known = draft.summary;
    if (known == null || known.text().isBlank()) {
      draft.summary = new Draft.Ranked(text, rank);
    } else if (rank.compareTo(known.rank()) > 0) {
      draft.summary = new Draft.Ranked(text, rank);
    } else if (entry && rank == Rank.OWN && !text.isBlank() && !text.equals(known.text())) {
      content(text);
    }
  }

  private void content(Text text) {
    embeds(text);
    if (draft.contents.size() < Bounds.LIST_MAX && (!text.isBlank() || text.source() != null)) {
      draft.contents.add(text);
    }
  }

  private void embeds(Text text) {
    for (URI embed : text.embeds()) {
      draft.medium(MediaItem.of(MediaItem.Role.EMBED, embed));
    }
  }

  private void language(String text) {
    if (!text.isBlank()) {
      draft.language = Scope.tag(text);
    }
  }

  private void category(XmlElement element) {
    String term = element.attribute("term");
    String scheme = element.attribute("scheme");
    String domain = element.attribute("domain");
    String label = element.attribute("label");
    draft.category(term == null ? element.text() : term, scheme == null ? domain : scheme, label);
  }

  private void tags(XmlElement element) {
    if (element.hasElements()) {
      element.elements().forEach(this::category);
    } else {
      for (String tag : element.text().split(",", -1)) {
        draft.category(tag, null, null);
      }
    }
  }
}
