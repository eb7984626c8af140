package syndication.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.Draft.DateKind;
import syndication.ingest.feed.encoding.Decoded;
import syndication.ingest.feed.xml.XmlDocument;
import syndication.ingest.feed.xml.XmlElement;
import syndication.ingest.feed.xml.XmlReader;

/// Reads RSS, RDF, Atom and CDF.
final class XmlFeed {

  private final Decoded decoded;
  private final XmlDocument document;
  private final FeedFormat format;
  private final Instant receivedAt;
  private final @Nullable URI address;
  private final Draft head = new Draft();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Position> positions = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  private XmlFeed(Decoded decoded, @Nullable URI address, Instant receivedAt) {
    this.address = address;
    this.decoded = decoded;
    this.document = XmlReader.read(decoded.text());
    this.format = FormatGuess.of(document);
    this.receivedAt = receivedAt;
  }

  static Feed read(Decoded decoded, @Nullable URI address, Instant receivedAt) {
    return new XmlFeed(decoded, address, receivedAt).read();
  }

  private Feed read() {
    walk(document.root(), new Scope(format, address, null), 0);
    var problems = new ArrayList<Problem>(decoded.problems());
    problems.addAll(document.problems());
    if (format == FeedFormat.UNKNOWN && drafts.isEmpty() && unreadable.isEmpty()) {
      unreadable.add(FormatGuess.noFeed(document, decoded.text()));
    }
    var order = new DateOrder(receivedAt);
    List<DateOrder.Judged> judged = order.judge(drafts);
    var entries = new ArrayList<Entry>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      inherit(draft);
      entries.add(draft.toEntry(positions.get(i), judged.get(i)));
    }
    return new Feed(
        format,
        head.toInfo(order.judge(head)),
        entries,
        unreadable,
        problems.stream().map(Problem::toString).toList(),
        decoded.encoding(),
        decoded.declared(),
        problems.isEmpty());
  }

  private void walk(XmlElement parent, Scope outer, int depth) {
    Scope scope = outer.of(parent);
    var reader = new ElementReader(head, scope, false);
    if (isContainer(parent.key())) {
      container(parent, scope);
    }
    for (XmlElement child : parent.elements()) {
      if (isEntry(child.key())) {
        entry(child, scope);
      } else if (isContainer(child.key()) && depth < Bounds.NESTING_MAX) {
        walk(child, scope, depth + 1);
      } else if (!parent.key().equals("#document")) {
        reader.read(child);
      }
    }
  }

  private static boolean isEntry(String key) {
    return key.equals("item") || key.equals("entry");
  }

  private static boolean isContainer(String key) {
    return switch (key) {
      case "rss", "rdf:rdf", "rdf", "channel", "feed", "items", "entries", "redirect" -> true;
      default -> false;
    };
  }

  private void container(XmlElement element, Scope scope) {
    boolean top = !element.key().equals("channel");
    if (scope.language() != null && (top || head.language == null)) {
      head.language = head.language == null ? scope.language() : head.language;
    }
    attributes(element, scope, head);
  }

  /// CDF says in attributes what others say in elements; RDF names things by `about`.
  private static void attributes(XmlElement element, Scope scope, Draft draft) {
    String about = element.attribute("rdf:about");
    if (about != null && draft.id == null) {
      draft.id = about;
    }
    String modified = element.attribute("lastmod");
    if (modified != null) {
      draft.date(DateKind.UPDATED, modified);
    }
    URI href = scope.resolve(element.attribute("href"));
    if (href != null) {
      draft.link(Link.of("alternate", href));
    }
  }

  private void entry(XmlElement element, Scope outer) {
    Position position = document.position(element.start());
    if (element.cut()) {
      lose("feed.truncated", "the feed ends inside this entry", element, position);
    } else if (element.end() - element.start() > Bounds.ENTRY_CHARS_MAX) {
      String limit = String.format(Locale.ROOT, "%,d", Bounds.ENTRY_CHARS_MAX);
      lose("feed.entry-too-large", "longer than " + limit + " characters", element, position);
    } else if (drafts.size() >= Bounds.ENTRIES_MAX) {
      if (unreadable.size() < Bounds.LIST_MAX) {
        String limit = "more than " + Bounds.ENTRIES_MAX + " entries in one feed";
        lose("feed.too-many-entries", limit, element, position);
      }
    } else {
      Scope scope = siteOf(outer).of(element);
      var draft = new Draft();
      attributes(element, scope, draft);
      new ElementReader(draft, scope, true).readAll(element);
      if (draft.language == null) {
        draft.language = scope.language();
      }
      permalink(draft, scope);
      drafts.add(draft);
      positions.add(position);
    }
  }

  /// RSS does not say what relative addresses are relative to. It is the site, also when the feed
  /// is served from elsewhere.
  private Scope siteOf(Scope scope) {
    URI base = scope.base();
    if (format.isAtom() || base == null || !base.equals(address)) {
      return scope;
    }
    for (Link link : head.links) {
      String host = link.href().getHost();
      if (link.rel().equals("alternate") && host != null && !host.equals(base.getHost())) {
        return new Scope(scope.format(), link.href(), scope.language());
      }
    }
    return scope;
  }

  private void lose(String rule, String reason, XmlElement element, Position position) {
    int end = Math.min(element.end(), element.start() + Unreadable.SNIPPET_CHARS_MAX);
    String snippet = decoded.text().substring(element.start(), Math.max(end, element.start()));
    unreadable.add(new Unreadable(rule, reason, position, snippet));
  }

  /// A guid that is a permalink is the item's address where there is no other.
  private static void permalink(Draft draft, Scope scope) {
    if (draft.id == null || !draft.permalink) {
      return;
    }
    URI address = scope.resolve(draft.id);
    if (address != null && address.getScheme() != null && !draft.hasLink("alternate")) {
      draft.links.addFirst(Link.of("alternate", address));
    }
    draft.permalink = address != null && isAddress(draft, address);
  }

  private static boolean isAddress(Draft draft, URI address) {
    for (Link link : draft.links) {
      if (link.rel().equals("alternate")) {
        return link.href().equals(address);
      }
    }
    return false;
  }

  /// What an entry does not say about itself, its feed says for it (RFC 4287, 4.1.1 and 4.2.1).
  private void inherit(Draft draft) {
    if (draft.language == null) {
      draft.language = head.language;
    }
    if (draft.authors.isEmpty() && format.isAtom()) {
      var authors = draft.source == null ? head.authors : draft.source.people().authors();
      draft.authors.addAll(authors);
    }
  }
}
