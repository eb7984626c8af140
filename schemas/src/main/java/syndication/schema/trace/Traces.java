package syndication.schema.trace;

import java.net.URI;
import java.util.function.Supplier;

/// Where steps are told of. Telling never waits and never fails. Safe for use by several threads.
@FunctionalInterface
public interface Traces extends AutoCloseable {

  /// @param step asked for only when somebody listens
  void tell(Supplier<Step> step);

  /// Tells of what is left.
  @Override
  default void close() {}

  /// Tells a collector, or nobody.
  ///
  /// @param service its name in the traces
  /// @param endpoint base address of an OTLP collector that speaks HTTP, such as
  ///   `http://127.0.0.1:4318`; blank for nobody
  /// @param share of the traces that are told of, from 0 to 1; decided by the trace id, so that all
  ///   services tell of the same
  static Traces to(String service, String endpoint, double share) {
    return endpoint.isBlank()
        ? nowhere()
        : new OtlpTraces(service, OtlpTraces.exporter(URI.create(endpoint.strip())), share);
  }

  static Traces nowhere() {
    return _ -> {};
  }
}
