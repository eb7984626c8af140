package syndication.ingest.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The feeds and expectations of the feedparser project, where they are at hand.
final class FeedparserCorpus {

  /// What one feed is expected to say.
  record Case(String file, String kind, Map<String, String> headers, List<Expected> expected) {}

  /// @param path such as `entries[0]['title']`
  /// @param check eq, truthy, falsy or len
  record Expected(String path, String check, JsonNode value) {}

  private final Path folder;

  private FeedparserCorpus(Path folder) {
    this.folder = folder;
  }

  /// Looks where `SYNDICATE_SHARED` says, else for a folder `shared` beside the repository.
  static Optional<FeedparserCorpus> find() {
    String stated = System.getProperty("SYNDICATE_SHARED", System.getenv("SYNDICATE_SHARED"));
    if (stated != null) {
      return at(Path.of(stated));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Optional<FeedparserCorpus> found = at(at.resolve("shared"));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<FeedparserCorpus> at(Path shared) {
    Path folder = shared.resolve("corpora/feedparser");
    return Files.exists(folder.resolve("cases.json"))
        ? Optional.of(new FeedparserCorpus(folder))
        : Optional.empty();
  }

  List<Case> cases() {
    var cases = new ArrayList<Case>();
    for (JsonNode node : JsonMapper.shared().readTree(bytes("cases.json"))) {
      var headers = new TreeMap<String, String>();
      node.path("headers").forEachEntry((name, value) -> headers.put(name, value.asString()));
      var expected = new ArrayList<Expected>();
      for (JsonNode assertion : node.path("asserts")) {
        expected.add(
            new Expected(
                assertion.get(0).asString(), assertion.get(1).asString(), assertion.get(2)));
      }
      cases.add(
          new Case(node.path("file").asString(), node.path("dir").asString(), headers, expected));
    }
    return cases;
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
