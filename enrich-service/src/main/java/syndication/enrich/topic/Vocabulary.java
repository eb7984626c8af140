package syndication.enrich.topic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import syndication.enrich.words.WordLists;

/// The part of IPTC's Media Topics that we know: the 17 top topics and common ones below them, with
/// the words sources use for them in their categories
/// (<https://cv.iptc.org/newscodes/mediatopic/>).
public final class Vocabulary {

  /// @param code `medtop:` and eight digits
  /// @param parent code of the top topic, or `null` for a top topic
  public record Concept(String code, String label, @Nullable String parent) {}

  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final Map<String, String> byName = new LinkedHashMap<>();

  /// Reads the lists of this service.
  public Vocabulary() {
    WordLists lists = WordLists.load("topics");
    for (String section : lists.sections()) {
      List<String> head = List.of(section.split(" ", 3));
      if (head.size() < 3) {
        continue;
      }
      String code = "medtop:" + head.get(0);
      String parent = "-".equals(head.get(1)) ? null : "medtop:" + head.get(1);
      concepts.put(code, new Concept(code, head.get(2), parent));
      byName.put(key(head.get(2)), code);
      lists.entries(section).forEach(name -> byName.putIfAbsent(key(name), code));
    }
  }

  /// @return `null` for a code we do not know
  public @Nullable Concept concept(String code) {
    return concepts.get(code);
  }

  /// The code a source's category stands for: a `medtop:` code itself, or a name in any of our
  /// languages.
  ///
  /// @return `null` when nobody taught us that category
  public @Nullable String codeOf(String category) {
    String it = category.strip();
    int digits = it.lastIndexOf("medtop");
    if (digits >= 0) {
      String code = "medtop:" + it.substring(digits).replaceAll("[^0-9]", "");
      return concepts.containsKey(code) ? code : null;
    }
    return byName.get(key(it));
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
