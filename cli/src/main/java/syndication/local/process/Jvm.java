package syndication.local.process;

import static java.util.Objects.requireNonNullElse;

/// What this JVM says about itself.
final class Jvm {

  private Jvm() {}

  /// A system property; empty when it is not set.
  static String property(String name) {
    return requireNonNullElse(System.getProperty(name), "");
  }
}
