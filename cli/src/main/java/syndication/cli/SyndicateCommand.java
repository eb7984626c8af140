package syndication.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import syndication.cli.api.ApiException;
import syndication.local.process.LocalStack;
import syndication.local.process.Settings;
import syndication.local.process.StackException;

/// The `./syndicate` command: hands each verb its workbench and turns what goes wrong into a
/// message and an exit code.
@Command(
    name = "syndicate",
    description = "Runs and operates Syndicate on this machine.",
    synopsisSubcommandLabel = "VERB",
    footer = {
      "",
      "Also, without anything started:",
      "  try page DIR OUT.json | try text | try feed FILE... | try enrich",
      "  topics train IN.jsonl MODEL   learn an archive's topics, and tell how well",
      "  test      build with all checks and run all tests",
      "  benchmark what it costs, beside bare baselines; --write keeps it in docs",
      "  install   build everything, start nothing",
      "",
      "Settings: SYNDICATE_HOME (default .syndicate in the checkout) and",
      "SYNDICATE_<PART>_PORT for KAFKA, POSTGRES, REGISTRY, INGEST, ENRICH, PUBLISH;",
      "also in the file syndicate.properties. All of them: docs/operating.md",
      "Exit codes: 0 fine, 1 not well or not found, 2 refused, 64 wrong usage,",
      "69 not available. What a verb takes: ./syndicate help sources add"
    })
public final class SyndicateCommand {

  public static void main(String[] args) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "syndicate-logback.xml");
    }
    System.exit(run(System.out, System.err, System.getenv(), args));
  }

  /// @return an exit code of [ExitCode]
  static int run(
      PrintStream out, PrintStream err, Map<String, String> environment, String... args) {
    try {
      var stack = new LocalStack(new Settings(root(), environment));
      return commandLine(new Workbench(stack, out, err, InstantSource.system())).execute(args);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return ExitCode.USAGE;
    }
  }

  static CommandLine commandLine(Workbench bench) {
    var it =
        new CommandLine(new SyndicateCommand())
            .addSubcommand(new UpCommand(bench))
            .addSubcommand(new DownCommand(bench))
            .addSubcommand(new StatusCommand(bench))
            .addSubcommand(new DemoCommand(bench))
            .addSubcommand(new SourcesCommand(bench))
            .addSubcommand(new PartnersCommand(bench))
            .addSubcommand(new PostCommand(bench))
            .addSubcommand(new WithdrawCommand(bench))
            .addSubcommand(new WatchCommand(bench))
            .addSubcommand(new TraceCommand(bench))
            .addSubcommand(new ReplayCommand(bench))
            .addSubcommand(new QuarantineCommand(bench))
            .addSubcommand(new DeadLettersCommand(bench))
            .addSubcommand(new HelpCommand());
    addHelpOption(it);
    it.setOut(new PrintWriter(bench.out(), true, StandardCharsets.UTF_8));
    it.setErr(new PrintWriter(bench.err(), true, StandardCharsets.UTF_8));
    it.setParameterExceptionHandler(SyndicateCommand::usage);
    it.setExecutionExceptionHandler((e, _, _) -> failed(bench, e));
    return it;
  }

  private static void addHelpOption(CommandLine verb) {
    verb.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).description("Tell this.").build());
    verb.getSubcommands().values().forEach(SyndicateCommand::addHelpOption);
  }

  private static int usage(ParameterException e, String[] args) {
    CommandLine at = e.getCommandLine();
    boolean unknownVerb =
        e instanceof UnmatchedArgumentException it
            && !at.getSubcommands().isEmpty()
            && !it.isUnknownOption();
    if (unknownVerb) {
      String verb = ((UnmatchedArgumentException) e).getUnmatched().getFirst();
      at.getErr().println(HelpCommand.noSuchVerb(verb, at));
    } else {
      at.getErr().println(e.getMessage());
    }
    at.getErr().println("See: ./syndicate help" + path(at));
    at.getErr().flush();
    return ExitCode.USAGE;
  }

  private static String path(CommandLine at) {
    String name = at.getCommandSpec().qualifiedName();
    String[] words = name.split(" ");
    return words.length < 2
        ? ""
        : " " + String.join(" ", Arrays.asList(words).subList(1, words.length));
  }

  private static int failed(Workbench bench, Exception e) throws Exception {
    int exit =
        switch (e) {
          case ApiException it when it.unavailable() -> ExitCode.UNAVAILABLE;
          case ApiException it when it.notFound() -> ExitCode.NOT_WELL;
          case ApiException _ -> ExitCode.REFUSED;
          case StackException _, UncheckedIOException _ -> ExitCode.UNAVAILABLE;
          case IllegalArgumentException _ -> ExitCode.USAGE;
          // A defect: with its stack trace, for a report.
          case Exception _ -> throw e;
        };
    String cause = e instanceof UncheckedIOException ? ": " + e.getCause() : "";
    bench.err().println(e.getMessage() + cause);
    return exit;
  }

  /// The checkout: told by the script, or the nearest directory above with a Maven wrapper.
  private static Path root() {
    String told = System.getProperty("syndicate.root");
    if (told != null) {
      return Path.of(told);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("mvnw"))) {
        return at;
      }
    }
    return Path.of("").toAbsolutePath();
  }
}
