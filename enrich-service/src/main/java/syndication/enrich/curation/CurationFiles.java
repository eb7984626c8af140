package syndication.enrich.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import syndication.enrich.entity.Curation;
import syndication.enrich.entity.EntityType;
import syndication.enrich.entity.Gazetteer;
import syndication.enrich.entity.Known;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads an operator's files, and refuses to start with one that is wrong.
///
/// - names to know: `{"type","label","aliases":[…],"id","sameAs"}`, or CSV of `type,label,aliases
///   parted by |,id,sameAs`
/// - what a name is published as: `{"name","type","label","id","sameAs"}`
/// - what editors removed: `{"name"}` for every article, `{"name","articleId"}` for one
public final class CurationFiles {

  private final JsonMapper json = JsonMapper.builder().build();

  /// The names of a file, in its order.
  ///
  /// @throws IllegalArgumentException that names file, line and field
  public List<Gazetteer.Entry> names(Path file) {
    var entries = new ArrayList<Gazetteer.Entry>();
    if (file.toString().endsWith(".csv")) {
      lines(file, line -> entries.add(csv(line)));
    } else {
      lines(
          file,
          line -> {
            JsonNode node = object(line);
            var aliases = new ArrayList<String>();
            node.path("aliases").forEach(it -> aliases.add(it.asString()));
            entries.add(new Gazetteer.Entry(known(node), aliases));
          });
    }
    return entries;
  }

  /// What operators merged and editors removed.
  ///
  /// @throws IllegalArgumentException that names file, line and field
  public Curation curation(@Nullable Path aliases, @Nullable Path removals) {
    var merges = new ArrayList<Curation.Merge>();
    var removed = new ArrayList<String>();
    Map<String, List<String>> removedFrom = new HashMap<>();
    if (aliases != null) {
      lines(
          aliases,
          line -> {
            JsonNode node = object(line);
            merges.add(new Curation.Merge(text(node, "name"), known(node)));
          });
    }
    if (removals != null) {
      lines(
          removals,
          line -> {
            JsonNode node = object(line);
            String article = node.path("articleId").asString("");
            if (article.isEmpty()) {
              removed.add(text(node, "name"));
            } else {
              removedFrom.computeIfAbsent(article, _ -> new ArrayList<>()).add(text(node, "name"));
            }
          });
    }
    return new Curation(merges, removed, removedFrom);
  }

  private static Gazetteer.Entry csv(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length < 2 || cells[1].isBlank()) {
      throw new IllegalArgumentException("label: missing (expected: type,label,aliases,id,sameAs)");
    }
    List<String> aliases =
        cells.length > 2 && !cells[2].isBlank() ? List.of(cells[2].split("\\|")) : List.of();
    return new Gazetteer.Entry(
        new Known(EntityType.of(cells[0]), cells[1].strip(), cell(cells, 3), cell(cells, 4)),
        aliases);
  }

  private static @Nullable String cell(String[] cells, int at) {
    return cells.length > at && !cells[at].isBlank() ? cells[at].strip() : null;
  }

  private static Known known(JsonNode node) {
    return new Known(
        EntityType.of(text(node, "type")),
        text(node, "label"),
        optional(node, "id"),
        optional(node, "sameAs"));
  }

  private static String text(JsonNode node, String field) {
    String it = node.path(field).asString("");
    if (it.isBlank()) {
      throw new IllegalArgumentException(field + ": missing (expected: a string)");
    }
    return it;
  }

  private static @Nullable String optional(JsonNode node, String field) {
    String it = node.path(field).asString("");
    return it.isBlank() ? null : it;
  }

  private JsonNode object(String line) {
    try {
      return json.readTree(line);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void lines(Path file, Consumer<String> each) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        each.accept(line);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("%s:%d: %s".formatted(file, i + 1, e.getMessage()), e);
      }
    }
  }
}
