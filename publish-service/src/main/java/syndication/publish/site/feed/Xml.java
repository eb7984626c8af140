package syndication.publish.site.feed;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes XML 1.0 that every parser takes: escapes what has a meaning, leaves out characters that
/// XML cannot hold.
final class Xml {

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

  private final StringWriter text = new StringWriter(16 * 1024);
  private final XMLStreamWriter writer;

  private Xml() throws XMLStreamException {
    writer = FACTORY.createXMLStreamWriter(text);
  }

  /// What may go wrong is a mistake in the caller's order of calls.
  static String document(Body body) {
    try {
      var xml = new Xml();
      xml.writer.writeStartDocument("UTF-8", "1.0");
      body.write(xml);
      xml.writer.writeEndDocument();
      xml.writer.close();
      return xml.text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing XML to memory failed", e);
    }
  }

  Xml start(String name, String... attributes) throws XMLStreamException {
    writer.writeStartElement(name);
    attributes(attributes);
    return this;
  }

  Xml end() throws XMLStreamException {
    writer.writeEndElement();
    return this;
  }

  /// Writes nothing when the text is `null`.
  Xml element(String name, @Nullable String value, String... attributes) throws XMLStreamException {
    if (value != null) {
      writer.writeStartElement(name);
      attributes(attributes);
      writer.writeCharacters(clean(value));
      writer.writeEndElement();
    }
    return this;
  }

  Xml empty(String name, String... attributes) throws XMLStreamException {
    writer.writeEmptyElement(name);
    attributes(attributes);
    return this;
  }

  // Names with a colon and xmlns declarations are written as they are: the writer repairs nothing.
  private void attributes(String... pairs) throws XMLStreamException {
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      writer.writeAttribute(pairs[i], clean(pairs[i + 1]));
    }
  }

  static String clean(String value) {
    if (value.codePoints().allMatch(Xml::allowed)) {
      return value;
    }
    var out = new StringBuilder(value.length());
    value.codePoints().filter(Xml::allowed).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean allowed(int point) {
    return point == 0x9
        || point == 0xa
        || point == 0xd
        || (point >= 0x20 && point <= 0xd7ff)
        || (point >= 0xe000 && point <= 0xfffd)
        || point >= 0x10000;
  }

  /// The content of a document.
  interface Body {
    void write(Xml xml) throws XMLStreamException;
  }
}
