package syndication.cli;

import static java.util.Objects.requireNonNullElse;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import syndication.cli.demo.DemoFailedException;
import syndication.local.process.Settings;
import syndication.local.process.Training;

/// Tells the demo's story to nobody, on a stack of its own: what that takes is what the next start
/// finds in the AOT caches.
final class Rehearsal {

  private Rehearsal() {}

  public static void main(String[] args) {
    var settings =
        new Settings(
            Path.of(requireNonNullElse(System.getProperty("syndicate.root"), ".")),
            System.getenv());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Training training = Training.open(settings)) {
      var bench = new Workbench(training.stack(), out, out, InstantSource.system());
      training.stack().up(training.stack().available(), new UpCommand.PartByPart(bench));
      DemoCommand.story(bench).tell();
    } catch (DemoFailedException e) {
      // On a busy machine it may take too long; the start is trained all the same.
      out.println(e.getMessage());
    }
  }
}
