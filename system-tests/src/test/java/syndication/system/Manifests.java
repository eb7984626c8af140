package syndication.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// What the repository's YAML files say, as trees of maps and lists that may be asked for what is
/// not there.
final class Manifests {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z_]+)");
  private static final Pattern PROPERTY =
      Pattern.compile("\"name\"\\s*:\\s*\"(syndicate\\.[a-z0-9.-]+)\"");

  private final Path repository;

  Manifests(Path repository) {
    this.repository = repository;
  }

  /// A place in a tree.
  record Node(Object value) {

    Node at(String... keys) {
      Object it = value;
      for (String key : keys) {
        it = it instanceof Map<?, ?> map && map.get(key) != null ? map.get(key) : "";
      }
      return new Node(it);
    }

    List<Node> items() {
      return value instanceof List<?> list ? list.stream().map(Node::of).toList() : List.of();
    }

    Set<String> keys() {
      var keys = new TreeSet<String>();
      if (value instanceof Map<?, ?> map) {
        map.keySet().forEach(it -> keys.add(String.valueOf(it)));
      }
      return keys;
    }

    String text() {
      return String.valueOf(value);
    }

    private static Node of(Object value) {
      return new Node(value);
    }
  }

  /// The documents of a file.
  List<Node> documents(String file) {
    var all = new ArrayList<Node>();
    new Yaml().loadAll(read(file)).forEach(it -> all.add(new Node(it)));
    return all;
  }

  /// All documents of `deploy/kubernetes` of one kind.
  List<Node> kubernetes(String kind) {
    try (Stream<Path> files = Files.list(repository.resolve("deploy/kubernetes"))) {
      return files
          .map(it -> repository.relativize(it).toString())
          .sorted()
          .flatMap(it -> documents(it).stream())
          .filter(it -> it.at("kind").text().equals(kind))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The settings of a service.
  Node application(String service) {
    return documents(service + "/src/main/resources/application.yaml").getFirst();
  }

  /// The environment variables that a service reads: those that its settings name, and those that
  /// Spring Boot derives from the properties that its build has found.
  Set<String> environmentOf(String service) {
    var names = new TreeSet<String>();
    PLACEHOLDER
        .matcher(read(service + "/src/main/resources/application.yaml"))
        .results()
        .forEach(it -> names.add(String.valueOf(it.group(1))));
    PROPERTY
        .matcher(read(service + "/target/classes/META-INF/spring-configuration-metadata.json"))
        .results()
        .forEach(it ->
            names.add(
                String.valueOf(it.group(1)).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT)));
    return names;
  }

  String read(String file) {
    try {
      return Files.readString(repository.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
