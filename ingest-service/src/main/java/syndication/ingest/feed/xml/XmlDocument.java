package syndication.ingest.feed.xml;

import java.util.List;
import syndication.ingest.feed.Position;
import syndication.ingest.feed.Problem;

/// What the XML reader made of a text.
///
/// @param root stands for the document; its children are the elements at the top, usually one
/// @param doctype whether the text has a document type declaration
/// @param problems everything that is not well-formed, in reading order, bounded
/// @param lines where each line begins
public record XmlDocument(XmlElement root, boolean doctype, List<Problem> problems, Lines lines) {

  public XmlDocument {
    problems = List.copyOf(problems);
  }

  public Position position(int index) {
    return lines.position(index);
  }
}
