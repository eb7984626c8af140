package syndication.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSignatureTest {

  // RFC 4231, test case 2: key "Jefe", data "what do ya want for nothing?".
  private static final byte[] BODY =
      "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
  private static final String SECRET = "Jefe";
  private static final String SHA256 =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
  private static final String SHA384 =
      "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649";
  private static final String SHA512 =
      "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737";

  @ParameterizedTest
  @CsvSource({"sha256=" + SHA256, "SHA256=" + SHA256, "sha384=" + SHA384, "sha512=" + SHA512})
  void theVectorsOfTheStandardAreRight(String header) {
    assertThat(HubSignature.doubt(header, BODY, SECRET)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      delimiter = '|',
      value = {
        "none | not signed",
        "''   | not signed",
        "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79 | SHA-1",
        "sha256=5bdc | wrong",
        "sha256= | wrong",
        "sha256=zz | hexadecimal",
        "sha512=" + SHA256 + " | wrong",
        "md5=750c783e6ab0b503eaa86e310a5db738 | no kind",
        SHA256 + " | no kind",
      })
  void whatProvesNothingIsSaidInWords(
      @org.jspecify.annotations.Nullable String header, String why) {
    assertThat(HubSignature.doubt(header, BODY, SECRET))
        .hasValueSatisfying(it -> assertThat(it).contains(why));
  }

  @Test
  void anotherBodyOrAnotherSecretIsNotProved() {
    String header = "sha256=" + SHA256;

    assertThat(HubSignature.doubt(header, new byte[] {1}, SECRET)).isPresent();
    assertThat(HubSignature.doubt(header, BODY, "jefe")).isPresent();
  }
}
