package syndication.local.test;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where a test's broker and database run, and why there.
sealed interface Choice {

  /// For people.
  String words();

  record InContainers() implements Choice {
    @Override
    public String words() {
      return "in containers";
    }
  }

  /// @param why not in containers
  record Locally(String why) implements Choice {
    @Override
    public String words() {
      return "without containers: " + why;
    }
  }

  /// @param wish `auto`, `never` or `always`; `null` for `auto`
  /// @param hindrance why containers cannot run here, empty when they can; asked only when it
  ///   counts
  /// @throws IllegalStateException when containers are wished for and cannot run
  static Choice of(@Nullable String wish, Supplier<Optional<String>> hindrance) {
    return switch (wish == null || wish.isBlank() ? "auto" : wish) {
      case "never" -> new Locally("SYNDICATE_TEST_CONTAINERS=never");
      case "always" -> {
        hindrance
            .get()
            .ifPresent(it -> {
              throw new IllegalStateException("SYNDICATE_TEST_CONTAINERS=always, but " + it);
            });
        yield new InContainers();
      }
      case "auto" -> hindrance.get().<Choice>map(Locally::new).orElseGet(InContainers::new);
      default ->
          throw new IllegalArgumentException(
              "SYNDICATE_TEST_CONTAINERS: " + wish + " (expected: auto, never or always)");
    };
  }
}
