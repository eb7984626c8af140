package syndication.ingest.feed.xml;

/// An attribute of an element.
///
/// @param name as written
/// @param key canonical prefix and name in lower case, such as `href` or `rdf:about`
/// @param value references resolved
public record XmlAttribute(String name, String key, String value) {}
