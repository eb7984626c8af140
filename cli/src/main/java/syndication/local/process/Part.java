package syndication.local.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A process of the local stack, in the order in which they are started; stopped in reverse.
public enum Part {
  BROKER("broker", "SYNDICATE_KAFKA_PORT", 9092),
  POSTGRES("postgres", "SYNDICATE_POSTGRES_PORT", 5433),
  REGISTRY("registry", "SYNDICATE_REGISTRY_PORT", 8084),
  INGEST("ingest-service", "SYNDICATE_INGEST_PORT", 8081),
  ENRICH("enrich-service", "SYNDICATE_ENRICH_PORT", 8082),
  PUBLISH("publish-service", "SYNDICATE_PUBLISH_PORT", 8083);

  private static final String SERVICE = "-service";

  private final String id;
  private final String portVariable;
  private final int defaultPort;

  Part(String id, String portVariable, int defaultPort) {
    this.id = id;
    this.portVariable = portVariable;
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
    return portVariable;
  }

  /// @param id with or without `-service`
  public static Optional<Part> called(String id) {
    String wanted = id.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(it -> it.id.equals(wanted) || it.id.equals(wanted + SERVICE))
        .findFirst();
  }
}
