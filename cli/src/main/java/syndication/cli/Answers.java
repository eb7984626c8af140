package syndication.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import syndication.cli.output.Columns;
import syndication.cli.output.Fields;
import syndication.cli.output.Table;

/// A group of verbs that ask a service and show its answer.
abstract class Answers implements Callable<Integer> {

  static final ObjectMapper MAPPER = new ObjectMapper();

  final Workbench bench;

  @Spec private CommandSpec spec = CommandSpec.create();

  Answers(Workbench bench) {
    this.bench = bench;
  }

  /// The group alone does nothing: it tells what it can do.
  @Override
  public Integer call() {
    CommandLine line = spec.commandLine();
    throw new ParameterException(
        line, "Which? One of: " + String.join(", ", line.getSubcommands().keySet()));
  }

  /// @param none said when there are none
  int list(List<? extends JsonNode> items, boolean json, Columns columns, String none) {
    if (json) {
      ObjectNode it = object();
      ArrayNode array = it.putArray("items");
      items.forEach(array::add);
      bench.json(it);
      return ExitCode.FINE;
    }
    Table table = columns.table(items, bench.clock().instant());
    if (table.isEmpty()) {
      bench.say(none);
    } else {
      bench.say(table.lines(""));
    }
    return ExitCode.FINE;
  }

  int show(JsonNode it, boolean json) {
    if (json) {
      bench.json(it);
    } else {
      bench.say(Fields.lines(it));
    }
    return ExitCode.FINE;
  }

  /// What was done, and what the service said to it for programs.
  int done(JsonNode answer, boolean json, String words) {
    if (json) {
      bench.json(answer.isMissingNode() ? object() : answer);
    } else {
      bench.say(words);
    }
    return ExitCode.FINE;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static void putUnlessEmpty(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }

  static void putUnlessEmpty(ObjectNode node, String name, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = node.putArray(name);
      values.forEach(array::add);
    }
  }
}
