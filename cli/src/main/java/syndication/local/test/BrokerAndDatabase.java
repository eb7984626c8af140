package syndication.local.test;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A JUnit extension: a real broker and a real PostgreSQL for the tests of one class, new and
/// empty.
///
/// They run in containers where a Docker engine and the images are there, and otherwise in this JVM
/// and beside it; it says which. `SYNDICATE_TEST_CONTAINERS` forces one: `auto`, `never`, `always`.
///
/// ```java
/// @RegisterExtension static final BrokerAndDatabase backend = new BrokerAndDatabase();
/// ```
public final class BrokerAndDatabase implements BeforeAllCallback, AfterAllCallback {

  private @Nullable Backend backend;

  @Override
  public void beforeAll(ExtensionContext context) {
    Choice choice = Choice.of(System.getenv("SYNDICATE_TEST_CONTAINERS"), Containers::hindrance);
    // Not by a logger: tests are quiet, and this is to be seen. `./syndicate test` repeats it.
    System.out.printf("%s: broker and database %s%n", context.getDisplayName(), choice.words());
    backend =
        switch (choice) {
          case Choice.InContainers _ -> new Containers();
          case Choice.Locally _ -> new LocalBackend();
        };
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (backend != null) {
      backend.close();
      backend = null;
    }
  }

  /// `host:port` for Kafka clients.
  public String bootstrapServers() {
    return started().bootstrapServers();
  }

  /// The address of a new, empty database, with user and password in it.
  public String newDatabase() {
    return started().newDatabase();
  }

  private Backend started() {
    if (backend == null) {
      throw new IllegalStateException("backend: none (expected: registered by @RegisterExtension)");
    }
    return backend;
  }
}
