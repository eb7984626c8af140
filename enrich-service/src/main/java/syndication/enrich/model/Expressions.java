package syndication.enrich.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The regular expressions of this package: sections that begin with `[name]`, one expression a
/// line, comments from `# `.
final class Expressions {

  static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String RESOURCE = "/syndication/enrich/model-instructions.txt";
  private static final Pattern SECTION = Pattern.compile("\\[([a-z]+)]");
  private static final Map<String, List<Pattern>> SECTIONS = read();

  private Expressions() {}

  static List<Pattern> of(String section) {
    return List.copyOf(SECTIONS.getOrDefault(section, List.of()));
  }

  private static Map<String, List<Pattern>> read() {
    Map<String, List<Pattern>> sections = new HashMap<>();
    var current = new ArrayList<Pattern>();
    for (String line : text().lines().toList()) {
      var section = SECTION.matcher(line);
      if (section.matches()) {
        current = new ArrayList<>();
        sections.put(String.valueOf(section.group(1)), current);
      } else if (!line.isBlank() && !line.startsWith("# ")) {
        current.add(Pattern.compile(line.strip(), FLAGS));
      }
    }
    return sections;
  }

  private static String text() {
    try (InputStream in = Expressions.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + ": missing (expected: a resource)");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
