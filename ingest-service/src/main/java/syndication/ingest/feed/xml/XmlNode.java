package syndication.ingest.feed.xml;

/// A piece of an XML document: an element or text between elements.
public sealed interface XmlNode permits XmlElement, XmlText {}
