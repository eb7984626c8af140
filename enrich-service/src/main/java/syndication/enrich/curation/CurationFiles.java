package syndication.enrich.curation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
/// - what editors removed: `{"name"}` or `{"id"}` of a tag for every article, with `articleId` for
///   one
/// - topics that a source's categories stand for: `{"category","topic"}`, or CSV of both
public final class CurationFiles {

  /// Some million names; more do not fit into a service's memory.
  private static final long FILE_BYTES_MAX = 128L * 1024 * 1024;

  private final JsonMapper json = JsonMapper.builder().build();

  /// The names of a file, in its order.
  ///
  /// @throws IllegalArgumentException that names file, line and field
  public List<Gazetteer.Entry> names(Path file) {
    var entries = new ArrayList<Gazetteer.Entry>();
    if (isCsv(file)) {
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
            String id = optional(node, "id");
            String what = id == null ? text(node, "name") : id;
            if (article.isEmpty()) {
              removed.add(what);
            } else {
              removedFrom.computeIfAbsent(article, _ -> new ArrayList<>()).add(what);
            }
          });
    }
    return new Curation(merges, removed, removedFrom);
  }

  /// The categories of a file, and the topics they stand for: `{"category","topic"}`, or CSV of
  /// `category,topic`.
  ///
  /// @throws IllegalArgumentException that names file, line and field
  public Map<String, String> categories(Path file) {
    Map<String, String> topics = new HashMap<>();
    boolean csv = isCsv(file);
    lines(
        file,
        line -> {
          if (csv) {
            List<String> cells = Csv.cells(line);
            String topic = cell(cells, 1);
            if (cells.getFirst().isBlank() || topic == null) {
              throw new IllegalArgumentException("topic: missing (expected: category,topic)");
            }
            topics.put(cells.getFirst(), topic);
          } else {
            JsonNode node = object(line);
            topics.put(text(node, "category"), text(node, "topic"));
          }
        });
    return topics;
  }

  private static boolean isCsv(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static Gazetteer.Entry csv(String line) {
    List<String> cells = Csv.cells(line);
    String label = cell(cells, 1);
    if (label == null) {
      throw new IllegalArgumentException("label: missing (expected: type,label,aliases,id,sameAs)");
    }
    String aliases = cell(cells, 2);
    return new Gazetteer.Entry(
        new Known(EntityType.of(cells.getFirst()), label, cell(cells, 3), cell(cells, 4)),
        aliases == null ? List.of() : List.of(aliases.split("\\|", -1)));
  }

  private static @Nullable String cell(List<String> cells, int at) {
    return cells.size() > at && !cells.get(at).isBlank() ? cells.get(at).strip() : null;
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
      JsonNode it = json.readTree(line);
      if (!it.isObject()) {
        throw new IllegalArgumentException("not a JSON object");
      }
      return it;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static void lines(Path file, Consumer<String> each) {
    List<String> lines;
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new IllegalArgumentException(
            "%s: %d bytes (expected: at most %d)"
                .formatted(file, Files.size(file), FILE_BYTES_MAX));
      }
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
