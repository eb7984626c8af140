package syndication.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Scripted histories of sources, with exactly what has to come out of each step, whatever ledger
/// remembers them.
abstract class HistoriesContract {

  /// An empty one.
  abstract Ledger ledger();

  static Stream<Histories.History> histories() {
    return Histories.parse(script()).stream();
  }

  @ParameterizedTest
  @MethodSource("histories")
  void everyStepComesToExactlyThis(Histories.History history) {
    var player = new Histories(ledger());
    List<String> found = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (Histories.Step step : history.steps()) {
      found.add(step.action() + " => " + player.play(step.action()));
      expected.add(step.action() + " => " + step.expected());
    }

    assertThat(found).containsExactlyElementsOf(expected);
  }

  @Test
  void thereAreManyHistories() {
    assertThat(histories().count()).isGreaterThanOrEqualTo(60);
  }

  static String script() {
    try (InputStream in =
        Objects.requireNonNull(HistoriesContract.class.getResourceAsStream("/histories.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
