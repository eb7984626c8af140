package syndication.enrich.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The word lists that are part of this service: sections that begin with `[name]`, entries parted
/// by commas or line ends, comments from `#`.
public final class WordLists {

  private static final String FOLDER = "/syndication/enrich/";

  private final Map<String, List<String>> sections;

  private WordLists(Map<String, List<String>> sections) {
    this.sections = sections;
  }

  /// Whether a list of that name is part of this service.
  public static boolean exists(String name) {
    return WordLists.class.getResource(FOLDER + name + ".txt") != null;
  }

  /// @param name of the resource, without folder and ending
  /// @throws IllegalArgumentException when there is no such list
  public static WordLists load(String name) {
    try (InputStream in = WordLists.class.getResourceAsStream(FOLDER + name + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException("word list: " + name + " (expected: a resource)");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("word list " + name, e);
    }
  }

  private static WordLists read(BufferedReader lines) throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = sections.computeIfAbsent("", _ -> new ArrayList<>());
    for (String raw = lines.readLine(); raw != null; raw = lines.readLine()) {
      int comment = raw.indexOf('#');
      String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
      if (line.startsWith("[") && line.endsWith("]")) {
        String name = line.substring(1, line.length() - 1);
        current = sections.computeIfAbsent(name, _ -> new ArrayList<>());
      } else {
        for (String entry : line.split(",", -1)) {
          if (!entry.isBlank()) {
            current.add(entry.strip());
          }
        }
      }
    }
    return new WordLists(sections);
  }

  /// The names of the sections, in order.
  public Set<String> sections() {
    return new LinkedHashSet<>(sections.keySet());
  }

  /// The entries of a section in order; empty when there is none of that name.
  public List<String> entries(String section) {
    return List.copyOf(sections.getOrDefault(section, List.of()));
  }

  /// The entries of a section as a set.
  public Set<String> set(String section) {
    return Set.copyOf(new LinkedHashSet<>(entries(section)));
  }
}
