package syndication.enrich.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What operators and editors decided about tags; it wins over whatever the stages find, for ever.
public final class Curation {

  /// @param name as the stages find it
  /// @param becomes what it is published as
  public record Merge(String name, Known becomes) {}

  public static final Curation NONE = new Curation(List.of(), List.of(), Map.of());

  private final Map<String, Known> merges = new HashMap<>();
  private final Set<String> removed = new HashSet<>();
  private final Map<String, Set<String>> removedFrom = new HashMap<>();

  /// @param removed names or ids that are never tags
  /// @param removedFrom names or ids that are no tags of one article, by articleId
  public Curation(List<Merge> merges, List<String> removed, Map<String, List<String>> removedFrom) {
    merges.forEach(it -> this.merges.put(TagIds.key(it.name()), it.becomes()));
    removed.forEach(it -> this.removed.add(TagIds.key(it)));
    removedFrom.forEach((article, names) -> {
      Set<String> keys = new HashSet<>();
      names.forEach(it -> keys.add(TagIds.key(it)));
      this.removedFrom.put(article, keys);
    });
  }

  /// What a name is published as, or `null` when nobody merged it.
  @Nullable Known merged(String name) {
    return merges.isEmpty() ? null : merges.get(TagIds.key(name));
  }

  boolean removed(String articleId, String name) {
    if (removed.isEmpty() && removedFrom.isEmpty()) {
      return false;
    }
    String key = TagIds.key(name);
    return removed.contains(key) || removedFrom.getOrDefault(articleId, Set.of()).contains(key);
  }
}
