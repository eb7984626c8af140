package syndication.publish.startup;

/// Work that begins once database, broker and registry are there, in bean order.
@FunctionalInterface
public interface WhenReady {

  void begin();
}
