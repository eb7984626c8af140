package syndication.cli;

import static syndication.cli.api.ServiceApi.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import syndication.cli.output.Columns;
import syndication.cli.output.Table;

/// `replay …`: history once more through the stages of today.
@Command(name = "replay", description = "Enrich history again: tell what changes, then send that.")
final class ReplayCommand extends Answers {

  private static final String REPLAYS = "/api/admin/replays";
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Columns COLUMNS =
      new Columns()
          .field("ID", "/id")
          .field("STATE", "/state")
          .field("PHASE", "/phase")
          .field("STAGES", "/stages")
          .field("COMPARED", "/counts/compared")
          .field("CHANGED", "/counts/changed")
          .field("SENT", "/counts/sent")
          .age("AGE", "/requestedAt");

  ReplayCommand(Workbench bench) {
    super(bench);
  }

  @Command(
      description = {
        "Enrich the current revision of every article again, and wait for the end.",
        "First all is compared and told; then what changed is sent, and nothing else."
      })
  int enrich(
      @Option(
              names = "--stage",
              split = ",",
              paramLabel = "NAME",
              description = "Take only these stages' part anew; default all.")
          List<String> stages,
      @Option(
              names = "--since",
              defaultValue = "",
              description = "Only articles revised since. " + Times.FORM)
          String since,
      @Option(names = "--dry-run", description = "Only tell what would change.") boolean dryRun,
      @Option(names = "--model", description = "Ask the language model for summaries.")
          boolean model,
      @Option(names = "--detach", description = "Do not wait for the end.") boolean detach,
      @Option(names = "--json") boolean json) {
    ObjectNode request = object();
    if (stages != null) {
      ArrayNode array = request.putArray("stages");
      stages.forEach(array::add);
    }
    putUnlessEmpty(request, "since", Times.instant("since", since));
    request.put("model", model).put("dryRun", dryRun);
    JsonNode replay = bench.enrich().post(REPLAYS, request);
    String id = replay.path("id").asText();
    return detach
        ? done(replay, json, id + " runs. See ./syndicate replay status " + id + " --watch")
        : watched(id, json);
  }

  @Command(description = "How far a replay is, and what it found; default the newest.")
  int status(
      @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "") String id,
      @Option(names = "--watch", description = "Until it ends.") boolean watch,
      @Option(names = "--json") boolean json) {
    String one = id.isEmpty() ? newest() : id;
    if (one.isEmpty()) {
      bench.say("There was no replay.");
      return ExitCode.FINE;
    }
    return watch ? watched(one, json) : report(bench.enrich().get(path(one)), json);
  }

  @Command(description = "All replays that are kept.")
  int list(@Option(names = "--json") boolean json) {
    return list(bench.enrich().items(REPLAYS), json, COLUMNS, "There was no replay.");
  }

  @Command(description = "Stop a replay; it can go on later.")
  int stop(@Parameters(paramLabel = "ID") String id, @Option(names = "--json") boolean json) {
    return done(
        bench.enrich().post(path(id) + "/stop", object()),
        json,
        id + " stops. It goes on with ./syndicate replay resume " + id);
  }

  @Command(description = "Go on where a replay was stopped.")
  int resume(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--detach", description = "Do not wait for the end.") boolean detach,
      @Option(names = "--json") boolean json) {
    JsonNode replay = bench.enrich().post(path(id) + "/resume", object());
    return detach ? done(replay, json, id + " goes on.") : watched(id, json);
  }

  @Command(description = "Every change, one JSON object a line.")
  int changes(@Parameters(paramLabel = "ID") String id) {
    bench.enrich().download(path(id) + "/changes", bench.out());
    return ExitCode.FINE;
  }

  private String newest() {
    List<JsonNode> all = bench.enrich().items(REPLAYS);
    return all.isEmpty() ? "" : all.getFirst().path("id").asText();
  }

  private int watched(String id, boolean json) {
    String said = "";
    while (true) {
      JsonNode replay = bench.enrich().get(path(id));
      if (!replay.path("state").asText().equals("running")) {
        return report(replay, json);
      }
      String line = progress(replay);
      if (!line.equals(said)) {
        bench.err().println(line);
        said = line;
      }
      try {
        Thread.sleep(LOOK_EVERY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return ExitCode.FINE;
      }
    }
  }

  private static String progress(JsonNode replay) {
    JsonNode counts = replay.path("counts");
    String waiting = replay.path("waiting").asText("");
    return "%s: %s, %d compared, %d changed, %d sent%s"
        .formatted(
            replay.path("id").asText(),
            replay.path("phase").asText(),
            counts.path("compared").asLong(),
            counts.path("changed").asLong(),
            counts.path("sent").asLong(),
            waiting.isEmpty() ? "" : " (" + waiting + ")");
  }

  private int report(JsonNode replay, boolean json) {
    if (json) {
      bench.json(replay);
      return ExitCode.FINE;
    }
    String id = replay.path("id").asText();
    bench.say(
        "%s is %s%s"
            .formatted(
                id,
                replay.path("state").asText(),
                replay.path("dryRun").asBoolean() ? ", a dry run: nothing is sent" : ""));
    var counts = new Table("WHAT", "ARTICLES");
    replay
        .path("counts")
        .properties()
        .forEach(it -> counts.row(it.getKey(), it.getValue().asText()));
    bench.say(counts.lines("  "));
    for (JsonNode sample : replay.path("samples")) {
      bench.say("");
      bench.say(sample.path("articleId").asText() + "  " + sample.path("headline").asText());
      samples(sample.path("changes")).forEach(it -> bench.say("  " + it));
    }
    if (!replay.path("samples").isEmpty()) {
      bench.say("");
      bench.say("All changes: ./syndicate replay changes " + id);
    }
    return ExitCode.FINE;
  }

  private static List<String> samples(JsonNode changes) {
    var lines = new ArrayList<String>();
    changes
        .properties()
        .forEach(part -> {
          JsonNode change = part.getValue();
          if (change.isTextual()) {
            lines.add(part.getKey() + " " + change.asText());
          }
          if (change.has("to")) {
            lines.add(part.getKey() + " - " + change.path("from").asText());
            lines.add(part.getKey() + " + " + change.path("to").asText());
          }
          words(lines, part.getKey() + " + ", change.path("added"));
          words(lines, part.getKey() + " - ", change.path("removed"));
          words(lines, part.getKey() + " ~ ", change.path("changed"));
          words(lines, part.getKey() + " in another order: ", change.path("order"));
        });
    return lines;
  }

  private static void words(List<String> lines, String how, JsonNode items) {
    if (!items.isEmpty()) {
      lines.add(how + String.join(", ", items.valueStream().map(JsonNode::asText).toList()));
    }
  }

  private static String path(String id) {
    return REPLAYS + "/" + encoded(id);
  }
}
