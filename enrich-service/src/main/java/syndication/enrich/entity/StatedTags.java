package syndication.enrich.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings what a source states its article to be about together with what was found in its words.
/// The source knows: what it states is a tag for certain, of the type it says.
public final class StatedTags {

  /// Stated tags of one article; more would say nothing about it.
  private static final int STATED_MAX = 12;

  /// Of a tag that the source states and whose name we did not find in the text.
  private static final double SALIENCE_UNFOUND = 0.5;

  private StatedTags() {}

  /// What a source states.
  ///
  /// @param uri of its entry in a vocabulary, or `null`
  public record Stated(EntityType type, String label, @Nullable String uri) {}

  /// @return the stated ones in the source's order, then the others as they were found
  public static List<Tag> merge(List<Stated> stated, List<Tag> found) {
    Map<String, Tag> byName = new HashMap<>();
    found.forEach(it -> byName.putIfAbsent(TagIds.key(it.label()), it));
    Map<String, Tag> certain = new LinkedHashMap<>();
    for (Stated it : stated) {
      String name = TagIds.key(it.label());
      if (!name.isEmpty() && certain.size() < STATED_MAX) {
        certain.putIfAbsent(name, certain(it, byName.get(name)));
      }
    }
    List<Tag> all = new ArrayList<>(certain.values());
    found.stream().filter(it -> !certain.containsKey(TagIds.key(it.label()))).forEach(all::add);
    return List.copyOf(all);
  }

  private static Tag certain(Stated it, @Nullable Tag found) {
    if (found == null) {
      String id = TagIds.of(it.type(), it.label());
      return new Tag(it.type(), it.label(), id, it.uri(), SALIENCE_UNFOUND, 1);
    }
    boolean sameType = found.type() == it.type();
    return new Tag(
        it.type(),
        sameType ? found.label() : it.label(),
        sameType ? found.id() : TagIds.of(it.type(), it.label()),
        it.uri() == null && sameType ? found.sameAs() : it.uri(),
        found.salience(),
        1);
  }
}
