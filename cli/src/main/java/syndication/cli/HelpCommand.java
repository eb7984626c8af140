package syndication.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `help`: what a verb does and takes, however deep it stands.
@Command(name = "help", description = "What a verb does and takes: help sources add.")
final class HelpCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..*", paramLabel = "VERB")
  private List<String> verbs = List.of();

  @Override
  public Integer call() {
    CommandLine at = spec.commandLine().getParent();
    for (String verb : verbs) {
      CommandLine next = at.getSubcommands().get(verb);
      if (next == null) {
        throw new ParameterException(at, noSuchVerb(verb, at));
      }
      at = next;
    }
    at.usage(spec.commandLine().getOut());
    return ExitCode.FINE;
  }

  static String noSuchVerb(String verb, CommandLine at) {
    return at.getSubcommands().isEmpty()
        ? "%s: unexpected after %s".formatted(verb, at.getCommandName())
        : "%s: no such verb (expected: %s)"
            .formatted(verb, String.join(", ", at.getSubcommands().keySet()));
  }
}
