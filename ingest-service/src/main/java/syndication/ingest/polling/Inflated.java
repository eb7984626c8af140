package syndication.ingest.polling;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/// The content encodings we ask for. Each inflates as it is read, so that the reader's limit holds
/// for what comes out.
final class Inflated {

  /// Only what is really understood.
  static final String ACCEPTED = "gzip, br, deflate";

  /// An encoding over an encoding is somebody's mistake, or somebody's bomb.
  private static final int LAYERS_MAX = 2;

  private static final int ZLIB_HEADER_MASK = 0x0f;
  private static final int ZLIB_DEFLATE = 8;
  private static final int ZLIB_CHECK = 31;

  private Inflated() {}

  /// @param encoding `Content-Encoding`, empty when there is none
  /// @throws BrokenEncodingException when it is an encoding we did not ask for
  static InputStream of(InputStream raw, String encoding) throws IOException {
    String[] layers = encoding.isBlank() ? new String[0] : encoding.split(",", -1);
    if (layers.length > LAYERS_MAX) {
      throw new BrokenEncodingException(
          "content-encoding: %s (expected: one of %s)".formatted(encoding, ACCEPTED), null);
    }
    InputStream in = raw;
    // The last one named was put on last.
    for (int i = layers.length - 1; i >= 0; i--) {
      in = layer(in, layers[i].strip().toLowerCase(Locale.ROOT));
    }
    return in;
  }

  private static InputStream layer(InputStream raw, String encoding) throws IOException {
    if (encoding.isEmpty() || encoding.equals("identity")) {
      return raw;
    }
    var in = new BufferedInputStream(raw);
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    if (first < 0) {
      // An answer without a body, such as 304, may name an encoding all the same.
      return in;
    }
    return new Careful(decoder(in, encoding, isZlib(first, second)), encoding);
  }

  private static InputStream decoder(InputStream in, String encoding, boolean zlib)
      throws IOException {
    try {
      return decoderOf(in, encoding, zlib);
    } catch (ZipException | EOFException e) {
      throw new BrokenEncodingException("its %s encoding is broken".formatted(encoding), e);
    }
  }

  private static InputStream decoderOf(InputStream in, String encoding, boolean zlib)
      throws IOException {
    return switch (encoding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" ->
          zlib ? new InflaterInputStream(in) : new InflaterInputStream(in, new Inflater(true));
      case "br" -> new BrotliInputStream(in);
      default ->
          throw new BrokenEncodingException(
              "content-encoding: %s (expected: one of %s)".formatted(encoding, ACCEPTED), null);
    };
  }

  // The standard means zlib; some servers send the bare stream.
  private static boolean isZlib(int first, int second) {
    return (first & ZLIB_HEADER_MASK) == ZLIB_DEFLATE && (first * 256 + second) % ZLIB_CHECK == 0;
  }

  /// Tells a broken answer from a broken connection: a decoder throws much, and hides what it got
  /// from below.
  private static final class Careful extends FilterInputStream {

    private final String encoding;

    private Careful(InputStream in, String encoding) {
      super(in);
      this.encoding = encoding;
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException | RuntimeException e) {
        throw named(e);
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (IOException | RuntimeException e) {
        throw named(e);
      }
    }

    private IOException named(Exception e) {
      Throwable first = e;
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        first = cause;
      }
      boolean ofDecoder = first instanceof ZipException || first instanceof EOFException;
      return first instanceof IOException it && !ofDecoder
          ? it
          : new BrokenEncodingException("its %s encoding is broken".formatted(encoding), e);
    }
  }

  /// An answer that cannot be inflated.
  static final class BrokenEncodingException extends IOException {

    private static final long serialVersionUID = 1L;

    private BrokenEncodingException(String message, @Nullable Exception cause) {
      super(message, cause);
    }
  }
}
