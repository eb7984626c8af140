package syndication.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The code that `docs/partners.md` tells partners to use, run as it stands there.
class PartnerDocumentationTest {

  private static final String SECRET =
      "whsec_"
          + Base64.getEncoder()
              .encodeToString("a secret of twenty-eight bytes".getBytes(StandardCharsets.UTF_8));
  private static final String BODY = "{\"type\":\"endpoint.test\",\"data\":{}}";

  private final String timestamp = Long.toString(Instant.now().getEpochSecond());

  @TempDir Path folder = Path.of("");

  @Test
  void theJavaCodeKnowsAGenuineDeliveryFromAForgedOne()
      throws IOException, InterruptedException, GeneralSecurityException {
    String main =
        """
        void main(String[] a) throws Exception {
          IO.print(Verify.isGenuine(a[0], a[1], a[2], a[3], a[4].getBytes("UTF-8")));
        }
        """;
    String[] parts = code("java").split("(?m)^(?=class )", 2);
    Files.writeString(folder.resolve("Check.java"), parts[0] + main + parts[1]);
    Path java = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java");

    assertThat(run(java.toString(), "Check.java", SECRET, "id", timestamp, signature(), BODY))
        .isEqualTo("true");
    assertThat(run(java.toString(), "Check.java", SECRET, "id", timestamp, signature(), "{}"))
        .isEqualTo("false");
  }

  @Test
  void theNodeCodeKnowsAGenuineDeliveryFromAForgedOne()
      throws IOException, InterruptedException, GeneralSecurityException {
    assumeTrue(nodeIsHere(), "skipped: no node on this machine");
    String main =
        """
        const [secret, id, timestamp, signature, body] = process.argv.slice(2);
        const headers = {"webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature};
        process.stdout.write(String(isGenuine(secret, headers, body)));
        """;
    Files.writeString(folder.resolve("check.js"), code("js") + main);

    assertThat(run("node", "check.js", SECRET, "id", timestamp, signature(), BODY))
        .isEqualTo("true");
    assertThat(run("node", "check.js", SECRET, "id", timestamp, signature(), "{}"))
        .isEqualTo("false");
  }

  private static String code(String language) throws IOException {
    String text = Files.readString(Path.of("..", "docs", "partners.md"));
    Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(block.find()).as("a code block in " + language).isTrue();
    return Objects.requireNonNull(block.group(1));
  }

  private String signature() throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    byte[] signed = mac.doFinal(("id." + timestamp + "." + BODY).getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(signed);
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(errors).isZero();
    return out.strip();
  }

  private static boolean nodeIsHere() {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
