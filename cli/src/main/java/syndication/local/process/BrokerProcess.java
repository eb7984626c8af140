package syndication.local.process;

import java.nio.file.Path;
import java.util.Map;
import syndication.local.LocalBroker;

/// The broker as a process of its own.
final class BrokerProcess {

  private BrokerProcess() {}

  /// @param args directory, port for clients, port of the controller
  public static void main(String[] args) {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "args: " + args.length + " (expected: directory, port, controller port)");
    }
    LocalBroker broker =
        LocalBroker.start(
            Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), Map.of());
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
    broker.awaitShutdown();
  }
}
