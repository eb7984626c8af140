package syndication.local.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A process of the local stack, in the order in which they are started; stopped in reverse.
public enum Part {
  BROKER("broker", 9092),
  POSTGRES("postgres", 5433),
  REGISTRY("registry", 8084),
  INGEST("ingest", 8081),
  ENRICH("enrich", 8082),
  PUBLISH("publish", 8083);

  private final String id;
  private final int defaultPort;

  Part(String id, int defaultPort) {
    this.id = id;
    this.defaultPort = defaultPort;
  }

  /// What people call it: in messages, names of files and settings.
  public String id() {
    return id;
  }

  int defaultPort() {
    return defaultPort;
  }

  /// Whether this is one of our services, and not something they need.
  public boolean isService() {
    return switch (this) {
      case INGEST, ENRICH, PUBLISH -> true;
      case BROKER, POSTGRES, REGISTRY -> false;
    };
  }

  /// The setting that moves its port.
  public String portVariable() {
    return "SYNDICATE_" + name() + "_PORT";
  }

  public static Optional<Part> called(String id) {
    String wanted = id.toLowerCase(Locale.ROOT).replace("-service", "");
    return Arrays.stream(values()).filter(it -> it.id.equals(wanted)).findFirst();
  }
}
