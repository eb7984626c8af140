package syndication.publish.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;

class WebhookSignerTest {

  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

  @Test
  void theSpecificationsVectorComesOut() {
    var secret = new SigningSecret(Scheme.V1, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null);

    String signature =
        new WebhookSigner(List.of(secret))
            .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), BODY);

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void thePublishedLibraryAcceptsItAlsoWithTheFormerSecretDuringTheOverlap() throws Exception {
    Instant now = Instant.now();
    SigningSecret current = SigningSecret.generate(Scheme.V1, new Random(1));
    SigningSecret former = SigningSecret.generate(Scheme.V1, new Random(2));
    String signature =
        new WebhookSigner(List.of(current, former.until(now.plusSeconds(60))))
            .sign("msg_1", now, BODY);
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of(
                "webhook-id", List.of("msg_1"),
                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                "webhook-signature", List.of(signature)),
            (_, _) -> true);

    for (SigningSecret it : List.of(current, former)) {
      new Webhook(it.text()).verify(new String(BODY, StandardCharsets.UTF_8), headers);
    }
  }

  @Test
  void anExpiredSecretSignsNoMore() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    SigningSecret current = SigningSecret.generate(Scheme.V1, new Random(1));
    SigningSecret former = SigningSecret.generate(Scheme.V1, new Random(2)).until(now);

    assertThat(new WebhookSigner(List.of(current, former)).sign("m", now, BODY).split(" "))
        .hasSize(1);
  }

  @Test
  void aV1aSignatureIsCheckedWithThePublicKeyAlone() {
    SigningSecret secret = SigningSecret.generate(Scheme.V1A, new Random(3));
    Instant now = Instant.ofEpochSecond(1_700_000_000);

    String signature = new WebhookSigner(List.of(secret)).sign("msg_1", now, BODY);

    assertThat(signature).startsWith("v1a,");
    byte[] publicKey =
        Base64.getDecoder().decode(secret.verificationKey().substring("whpk_".length()));
    var verifier = new Ed25519Signer();
    verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
    byte[] head = "msg_1.1700000000.".getBytes(StandardCharsets.UTF_8);
    verifier.update(head, 0, head.length);
    verifier.update(BODY, 0, BODY.length);
    assertThat(verifier.verifySignature(Base64.getDecoder().decode(signature.substring(4))))
        .isTrue();
  }

  @Test
  void aSecretOfTheWrongSizeIsRefusedAndNeverPrinted() {
    assertThatThrownBy(() -> new SigningSecret(Scheme.V1, "whsec_c2hvcnQ=", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("secret: 5 bytes (expected: 24 to 64)");
    assertThat(SigningSecret.generate(Scheme.V1, new Random(1)).toString())
        .doesNotContain("whsec_");
  }
}
