package syndication.publish.delivery;

/// Ends an engine as a crash would: nothing more is written, nothing is waited for.
public final class Crash {

  private Crash() {}

  public static void of(Engine engine) {
    engine.abandon();
  }
}
