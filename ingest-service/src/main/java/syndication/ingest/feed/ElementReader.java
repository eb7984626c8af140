package syndication.ingest.feed;

import syndication.ingest.feed.xml.XmlElement;

/// Knows the words of all feed formats and of the namespaces the news world uses, and puts what an
/// element says where it belongs, for feeds, entries and sources alike.
///
/// One vocabulary for all formats: feeds mix them, and no word means different things in two.
final class ElementReader {

  private final Draft draft;
  private final Scope scope;
  private final boolean entry;
  private final int nesting;

  ElementReader(Draft draft, Scope scope, boolean entry) {
    this(draft, scope, entry, 0);
  }

  ElementReader(Draft draft, Scope scope, boolean entry, int nesting) {
    this.draft = draft;
    this.scope = scope;
    this.entry = entry;
    this.nesting = nesting;
  }

  void readAll(XmlElement parent) {
    if (nesting <= Bounds.NESTING_MAX) {
      for (XmlElement child : parent.elements()) {
        read(child);
      }
    }
  }

  void read(XmlElement element) {
    boolean known =
        new TextElements(draft, scope, entry).read(element)
            || DateElements.read(draft, element)
            || people(element)
            || new AddressElements(draft, scope, nesting).read(element)
            || new ExtensionReader(draft, scope, this).read(element);
    if (!known) {
      unknown(element);
    }
  }

  private boolean people(XmlElement element) {
    switch (element.key()) {
      case "author", "managingeditor", "dc:creator", "dc:author" ->
          draft.person(draft.authors, PersonReader.read(element, scope));
      case "itunes:author", "googleplay:author" -> {
        if (draft.authors.isEmpty()) {
          draft.person(draft.authors, PersonReader.read(element, scope));
        }
      }
      case "contributor", "dc:contributor" ->
          draft.person(draft.contributors, PersonReader.read(element, scope));
      case "webmaster", "dc:publisher", "itunes:owner", "publisher" -> {
        Person person = PersonReader.read(element, scope);
        draft.publisher = person == null ? draft.publisher : person;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void unknown(XmlElement element) {
    if (!element.hasElements()) {
      draft.extra(element.key(), element.text());
    }
  }

  ElementReader nested() {
    return new ElementReader(draft, scope, entry, nesting + 1);
  }
}
