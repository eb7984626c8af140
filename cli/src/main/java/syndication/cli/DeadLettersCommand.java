package syndication.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import syndication.cli.kafka.DeadLetter;
import syndication.cli.kafka.DeadLetters;
import syndication.cli.kafka.Decoder;
import syndication.cli.output.Columns;

/// `dead-letters …`: records that no stage could take.
@Command(name = "dead-letters", description = "Records that no stage could take.")
final class DeadLettersCommand extends Answers {

  private static final Columns COLUMNS =
      new Columns()
          .field("ID", "/id")
          .field("KEY", "/key")
          .field("STAGE", "/stage")
          .field("EXCEPTION", "/exception")
          .field("REASON", "/reason")
          .age("AGE", "/time");

  DeadLettersCommand(Workbench bench) {
    super(bench);
  }

  @Command(description = "Those that were neither requeued nor discarded.")
  int list(@Option(names = "--json") boolean json) {
    try (DeadLetters letters = letters()) {
      var items = letters.open().stream().map(DeadLettersCommand::summary).toList();
      return list(items, json, COLUMNS, "No dead letters.");
    }
  }

  @Command(description = "One, decoded where its bytes can be read.")
  int show(
      @Parameters(paramLabel = "ID", description = "As list shows it.") String id,
      @Option(names = "--json") boolean json) {
    try (DeadLetters letters = letters()) {
      var letter = letters.find(id);
      if (letter.isEmpty()) {
        return notFound(id);
      }
      ObjectNode it = summary(letter.get());
      it.set(
          "record", new Decoder(bench.codec()).decode(letter.get().topic(), letter.get().record()));
      return show(it, json);
    }
  }

  @Command(description = "Send them to the topic they came from, once more.")
  int requeue(
      @Parameters(paramLabel = "ID", arity = "0..*", description = "As list shows them.")
          List<String> ids,
      @Option(names = "--all", description = "All of them.") boolean all,
      @Option(names = "--json") boolean json) {
    return settle(ids, all, json, "requeued", DeadLetters::requeue);
  }

  @Command(description = "Give them up: what cannot be mended is no longer told of.")
  int discard(
      @Parameters(paramLabel = "ID", arity = "0..*", description = "As list shows them.")
          List<String> ids,
      @Option(names = "--all", description = "All of them.") boolean all,
      @Option(names = "--json") boolean json) {
    return settle(ids, all, json, "discarded", DeadLetters::discard);
  }

  private int settle(
      @Nullable List<String> ids,
      boolean all,
      boolean json,
      String done,
      BiConsumer<DeadLetters, List<DeadLetter>> how) {
    List<String> wanted = ids == null ? List.of() : ids;
    if (wanted.isEmpty() != all) {
      throw new IllegalArgumentException("Which? Name them by id, or say --all.");
    }
    try (DeadLetters letters = letters()) {
      List<DeadLetter> open = letters.open();
      List<DeadLetter> chosen =
          all ? open : open.stream().filter(it -> wanted.contains(it.id())).toList();
      for (String id : wanted) {
        if (chosen.stream().noneMatch(it -> it.id().equals(id))) {
          return notFound(id);
        }
      }
      how.accept(letters, chosen);
      return done(object().put(done, chosen.size()), json, chosen.size() + " " + done + ".");
    }
  }

  private DeadLetters letters() {
    bench.requireBroker();
    return new DeadLetters(bench.settings().bootstrapServers());
  }

  private int notFound(String id) {
    bench.err().println(id + " is no open dead letter. See ./syndicate dead-letters list");
    return ExitCode.NOT_WELL;
  }

  private static ObjectNode summary(DeadLetter letter) {
    return object()
        .put("id", letter.id())
        .put("key", letter.record().key())
        .put("time", letter.diedAt().toString())
        .put("stage", letter.stage())
        .put("exception", letter.exception())
        .put("reason", letter.reason());
  }
}
