package syndication.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  @Test
  void containersAreTakenWhereTheyCanRun() {
    assertThat(Choice.of(null, Optional::empty)).isEqualTo(new Choice.InContainers());
    assertThat(Choice.of("auto", Optional::empty)).isEqualTo(new Choice.InContainers());
    assertThat(Choice.of("always", Optional::empty)).isEqualTo(new Choice.InContainers());
  }

  @Test
  void elsewhereItSaysWhyNot() {
    Choice choice = Choice.of("auto", () -> Optional.of("no Docker engine answers"));

    assertThat(choice.words()).isEqualTo("without containers: no Docker engine answers");
  }

  @Test
  void neverAsksNobody() {
    Choice choice =
        Choice.of(
            "never",
            () -> {
              throw new AssertionError("asked");
            });

    assertThat(choice).isInstanceOf(Choice.Locally.class);
  }

  @Test
  void alwaysIsNotSilentlyGivenUp() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Choice.of("always", () -> Optional.of("no Docker engine answers")))
        .withMessageContaining("no Docker engine answers");
  }

  @Test
  void nonsenseIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Choice.of("perhaps", Optional::empty))
        .withMessageContaining("perhaps (expected: auto, never or always)");
  }
}
