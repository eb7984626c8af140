package syndication.enrich.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import syndication.enrich.kafka.replay.ReplayState;
import syndication.enrich.kafka.replay.Replays;
import tools.jackson.databind.json.JsonMapper;

/// Replays: order one, watch it, stop it, let it go on.
@RestController
@RequestMapping("/api/admin/replays")
final class ReplayController {

  private static final int SAMPLES = 10;

  private final Replays replays;
  private final RandomGenerator random;
  private final JsonMapper json = JsonMapper.shared();

  ReplayController(Replays replays, RandomGenerator random) {
    this.replays = replays;
    this.random = random;
  }

  /// @param stages whose part is made anew; `null` for all
  /// @param since UTC, ISO 8601; `null` for all articles
  record Wanted(
      @Nullable List<String> stages,
      @Nullable String since,
      @Nullable Boolean model,
      @Nullable Boolean dryRun) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> order(@RequestBody Wanted wanted) {
    String id = "replay-%08x".formatted(random.nextInt());
    List<String> stages = wanted.stages();
    return view(
        replays.order(
            id,
            stages == null ? List.of() : stages,
            since(wanted.since()),
            Boolean.TRUE.equals(wanted.model()),
            Boolean.TRUE.equals(wanted.dryRun())),
        false);
  }

  @GetMapping
  Map<String, Object> all() {
    return Map.of("items", replays.all().stream().map(it -> view(it, false)).toList());
  }

  @GetMapping("/{id}")
  Map<String, Object> one(@PathVariable String id) {
    return view(replays.find(id).orElse(null), id, true);
  }

  @PostMapping("/{id}/stop")
  Map<String, Object> stop(@PathVariable String id) {
    return view(replays.stop(id), id, false);
  }

  @PostMapping("/{id}/resume")
  Map<String, Object> resume(@PathVariable String id) {
    return view(replays.resume(id), id, false);
  }

  /// All changes, one JSON object a line.
  @GetMapping("/{id}/changes")
  ResponseEntity<Resource> changes(@PathVariable String id) {
    view(replays.find(id).orElse(null), id, false);
    Path file = replays.changes(id);
    var type = MediaType.parseMediaType("application/x-ndjson");
    return Files.isRegularFile(file)
        ? ResponseEntity.ok().contentType(type).body(new FileSystemResource(file))
        : ResponseEntity.noContent().build();
  }

  private static @Nullable Instant since(@Nullable String since) {
    if (since == null || since.isBlank()) {
      return null;
    }
    try {
      return Instant.parse(since.strip());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "since: " + since + " (expected: a time such as 2026-11-25T00:00:00Z)", e);
    }
  }

  private Map<String, Object> view(@Nullable ReplayState state, String id, boolean samples) {
    if (state == null) {
      throw new NoSuchReplayException("no replay " + id);
    }
    return view(state, samples);
  }

  private Map<String, Object> view(ReplayState state, boolean samples) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", state.order().id());
    view.put("state", word(state));
    view.put("phase", state.phase().name().toLowerCase(java.util.Locale.ROOT));
    view.put("stages", state.order().stages());
    if (state.order().since() != null) {
      view.put("since", state.order().since());
    }
    view.put("model", state.order().model());
    view.put("dryRun", state.order().dryRun());
    view.put("requestedAt", state.order().requestedAt());
    view.put("counts", state.counts());
    if (state.trouble() != null) {
      view.put("waiting", state.trouble());
    }
    if (samples) {
      view.put("samples", replays.samples(state, SAMPLES).stream().map(json::readTree).toList());
      view.put("changesFile", replays.changes(state.order().id()).toString());
    }
    return view;
  }

  private static String word(ReplayState state) {
    if (state.phase() == ReplayState.Phase.DONE) {
      return "done";
    }
    return state.running() ? "running" : "stopped";
  }

  /// There is none of that id.
  static final class NoSuchReplayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchReplayException(String message) {
      super(message);
    }
  }
}
