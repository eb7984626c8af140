package syndication.publish.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Secrets that only the operator's key opens.
class SecretSealTest {

  private static final SealKey KEY = SealKey.parse("0f".repeat(32));
  private static final SealKey OTHER = SealKey.parse("e1".repeat(32));
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static SecretSeal seal(SealKey current, SealKey... former) {
    return new SecretSeal(current, List.of(former), new Random(1));
  }

  @Test
  void whatIsSealedShowsNothingAndOpensForItsSubscription() {
    String sealed = seal(KEY).seal(SECRET, "sub_1");

    assertThat(sealed).startsWith("sealed:" + KEY.id() + ":").doesNotContain("MfKQ");
    assertThat(seal(KEY).open(sealed, "sub_1")).isEqualTo(SECRET);
  }

  @Test
  void theSameSecretIsNeverSealedTheSameWay() {
    SecretSeal seal = seal(KEY);

    assertThat(seal.seal(SECRET, "sub_1")).isNotEqualTo(seal.seal(SECRET, "sub_1"));
  }

  @Test
  void copiedToAnotherSubscriptionItDoesNotOpen() {
    String sealed = seal(KEY).seal(SECRET, "sub_1");

    assertThatExceptionOfType(SealedSecretException.class)
        .isThrownBy(() -> seal(KEY).open(sealed, "sub_2"))
        .withMessageContaining("sub_2");
  }

  @Test
  void changedByOneLetterItDoesNotOpen() {
    String sealed = seal(KEY).seal(SECRET, "sub_1");
    int last = sealed.length() - 10;
    char other = sealed.charAt(last) == 'A' ? 'B' : 'A';

    assertThatExceptionOfType(SealedSecretException.class)
        .isThrownBy(() ->
            seal(KEY)
                .open(sealed.substring(0, last) + other + sealed.substring(last + 1), "sub_1"));
    assertThatExceptionOfType(SealedSecretException.class)
        .isThrownBy(() -> seal(KEY).open("sealed:" + KEY.id() + ":AAAA", "sub_1"));
  }

  @Test
  void aFormerKeyStillOpensAndIsNotUpToDate() {
    String sealed = seal(KEY).seal(SECRET, "sub_1");
    SecretSeal rotated = seal(OTHER, KEY);

    assertThat(rotated.open(sealed, "sub_1")).isEqualTo(SECRET);
    assertThat(rotated.upToDate(sealed)).isFalse();
    assertThat(rotated.upToDate(rotated.seal(SECRET, "sub_1"))).isTrue();
  }

  @Test
  void aKeyWeWereNotGivenIsNamedByItsId() {
    String sealed = seal(KEY).seal(SECRET, "sub_1");

    assertThatExceptionOfType(SealedSecretException.class)
        .isThrownBy(() -> seal(OTHER).open(sealed, "sub_1"))
        .withMessageContaining(KEY.id());
  }

  @Test
  void withoutAKeySecretsStayInTheClearAndASealIsNotUpToDate() {
    var none = new SecretSeal(null, List.of(), new Random(1));

    assertThat(none.seal(SECRET, "sub_1")).isEqualTo(SECRET);
    assertThat(none.open(SECRET, "sub_1")).isEqualTo(SECRET);
    assertThat(none.upToDate(seal(KEY).seal(SECRET, "sub_1"))).isFalse();
    assertThat(seal(KEY).open(SECRET, "sub_1")).isEqualTo(SECRET);
    assertThat(seal(KEY).upToDate(SECRET)).isFalse();
  }

  @Test
  void aKeyIsHexadecimalOrBase64AndItsMistakesDoNotShowIt() {
    assertThat(SealKey.parse("Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8=\n")).isEqualTo(KEY);
    assertThat(KEY.toString()).doesNotContain("0f0f");
    for (String wrong : List.of("secret!", "zz".repeat(32), "0f".repeat(16), "")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SealKey.parse(wrong))
          .withMessageStartingWith("secrets key: ")
          .withMessageContaining("(expected: 32")
          .satisfies(it -> {
            if (!wrong.isEmpty()) {
              assertThat(it.getMessage()).doesNotContain(wrong);
            }
          });
    }
  }
}
