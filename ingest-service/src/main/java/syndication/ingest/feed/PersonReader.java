package syndication.ingest.feed;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.xml.XmlElement;

/// Reads people, from Atom's parts or from RSS's one line of name and address.
final class PersonReader {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}(?:\\?subject=\\S{1,200})?");

  /// Nobody's name is longer; what is longer is a list or a text.
  private static final int CHARS_MAX = 500;

  private PersonReader() {}

  static @Nullable Person read(XmlElement element, Scope outer) {
    Scope scope = outer.of(element);
    if (!element.hasElements()) {
      return line(element.text());
    }
    String name = null;
    String email = null;
    URI address = null;
    for (XmlElement part : element.elements()) {
      String text = part.text();
      switch (part.key()) {
        case "name", "itunes:name", "foaf:name" -> name = nullIfBlank(text);
        case "email", "itunes:email" -> email = nullIfBlank(text);
        case "uri", "url", "homepage" -> address = scope.of(part).resolve(text);
        default -> {}
      }
    }
    var person = new Person(name, email, address);
    return person.isEmpty() ? line(element.text()) : person;
  }

  /// `Name (mail)`, `mail (Name)`, `Name <mail>`, or one of both.
  static @Nullable Person line(String written) {
    String line = written.strip();
    if (line.isEmpty()) {
      return null;
    }
    if (line.length() > CHARS_MAX) {
      line = line.substring(0, CHARS_MAX);
    }
    Matcher matcher = EMAIL.matcher(line);
    if (!matcher.find()) {
      return new Person(line, null, null);
    }
    String email = line.substring(matcher.start(), matcher.end());
    String name = line.replace(email, "").replace("mailto:", "");
    name = name.replace("()", "").replace("<>", "").replace("&lt;&gt;", "").strip();
    if (name.startsWith("(") && name.endsWith(")")) {
      name = name.substring(1, name.length() - 1).strip();
    } else if (name.startsWith("(") || name.startsWith("[")) {
      name = name.substring(1).strip();
    }
    return new Person(nullIfBlank(name), email, null);
  }

  static @Nullable String nullIfBlank(String text) {
    return text.isBlank() ? null : text;
  }
}
