package syndication.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InflatedTest {

  // Made with Node's zlib: the JDK has no encoder for it.
  static final byte[] BROTLI_FEED =
      Base64.getDecoder()
          .decode(
              "G+cAIIzDdGs8N2dTzyIjJJmFqh16vLMBFujDY0FXv6S1ybXZcR4gtLYLWmXRW4CJvcgDf1B0c0kwFFHnYPLy"
                  + "YKJhLKpS/Ux5EqbR0jetx58lRWU4zC9vOsVVk1DNgYxNvydPyi67f4qFCWUsuEE9WLcRqixYmVmYlwg=");

  /// 12 MiB of blanks in 26 bytes.
  static final byte[] BROTLI_BOMB =
      Base64.getDecoder().decode("y///P/glQOKxQCD3/i///3/wSwDEYRGA7v0P");

  private static final byte[] TEXT =
      "Harbour bridge opens. ".repeat(100).getBytes(StandardCharsets.UTF_8);

  @Test
  void everyEncodingWeAskForIsUnderstood() throws IOException {
    assertThat(inflate(gzip(TEXT), "gzip")).isEqualTo(TEXT);
    assertThat(inflate(gzip(TEXT), "X-GZIP")).isEqualTo(TEXT);
    assertThat(inflate(deflate(TEXT, false), "deflate")).isEqualTo(TEXT);
    assertThat(inflate(deflate(TEXT, true), "deflate")).as("bare").isEqualTo(TEXT);
    assertThat(inflate(BROTLI_FEED, "br")).asString(StandardCharsets.UTF_8).contains("One</title>");
    assertThat(inflate(TEXT, "identity")).isEqualTo(TEXT);
    assertThat(inflate(TEXT, "")).isEqualTo(TEXT);
    assertThat(inflate(gzip(deflate(TEXT, false)), "deflate, gzip")).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate"})
  void anEmptyBodyIsEmptyInEveryEncoding(String encoding) throws IOException {
    assertThat(inflate(new byte[0], encoding)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zstd", "compress", "gzip, gzip, gzip", "aes128gcm"})
  void whatWeDidNotAskForIsRefused(String encoding) {
    assertThatThrownBy(() -> inflate(TEXT, encoding))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected: one of gzip, br, deflate");
  }

  @Test
  void aBombGoesOffOnlyAsFarAsItIsRead() throws IOException {
    InputStream in = Inflated.of(new ByteArrayInputStream(BROTLI_BOMB), "br");

    assertThat(in.readNBytes(1024)).hasSize(1024).containsOnly(' ');
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate"})
  void brokenBytesAreABrokenAnswerAndNothingElse(String encoding) throws IOException {
    var random = new Random(7);
    byte[] whole =
        switch (encoding) {
          case "gzip" -> gzip(TEXT);
          case "br" -> BROTLI_FEED;
          default -> deflate(TEXT, false);
        };
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = whole.clone();
      for (int j = 0; j <= random.nextInt(4); j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try (InputStream in = Inflated.of(new ByteArrayInputStream(bytes), encoding)) {
        assertThat(in.readNBytes(100_000).length).isLessThanOrEqualTo(100_000);
      } catch (IOException e) {
        // What a broken answer is.
      }
    }
  }

  private static byte[] inflate(byte[] bytes, String encoding) throws IOException {
    try (InputStream in = Inflated.of(new ByteArrayInputStream(bytes), encoding)) {
      return in.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
    var out = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    try (var deflate = new DeflaterOutputStream(out, deflater)) {
      deflate.write(bytes);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }
}
