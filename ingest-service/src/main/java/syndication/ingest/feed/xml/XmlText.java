package syndication.ingest.feed.xml;

/// Text of an XML document, references resolved.
public record XmlText(String text) implements XmlNode {}
