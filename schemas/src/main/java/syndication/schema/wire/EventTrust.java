package syndication.schema.wire;

import org.apache.avro.util.ClassSecurityValidator;

/// Avro 1.12.2 makes no object of a generated class whose package is not trusted by name, not even
/// to fill in a builder's defaults.
public final class EventTrust {

  private static final String EVENTS_PACKAGE = "syndication.schema";

  static {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT, type -> type.getPackageName().equals(EVENTS_PACKAGE)));
  }

  private EventTrust() {}

  /// Lets events be built and read from now on in this process. [EventCodec] sees to it by itself;
  /// who builds events without one says so first.
  public static void declare() {
    // Done when this class was loaded: once, and before anyone returns from here.
  }
}
