package syndication.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// A partner that costs next to nothing: reads a request, counts it, answers 204, keeps the
/// connection.
final class Sink implements AutoCloseable {

  private static final byte[] ANSWER =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int LINE_BYTES_MAX = 16 * 1024;

  private final ServerSocket server;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong bodyBytes = new AtomicLong();

  Sink() throws IOException {
    server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/webhooks";
  }

  long received() {
    return received.get();
  }

  /// Of all requests together.
  long bodyBytes() {
    return bodyBytes.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var in = new BufferedInputStream(socket.getInputStream(), 16 * 1024)) {
      OutputStream out = socket.getOutputStream();
      int length = head(in);
      while (length >= 0) {
        in.skipNBytes(length);
        bodyBytes.addAndGet(length);
        received.incrementAndGet();
        out.write(ANSWER);
        length = head(in);
      }
    } catch (IOException e) {
      // The sender went away: the connection is over.
      return;
    }
  }

  /// @return the body's length, or -1 at the end of the connection
  private static int head(BufferedInputStream in) throws IOException {
    int length = 0;
    var line = new StringBuilder(128);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != '\n') {
        if (line.length() < LINE_BYTES_MAX) {
          line.append((char) b);
        }
        continue;
      }
      String text = line.toString().strip();
      if (text.isEmpty()) {
        return length;
      }
      String lower = text.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).strip());
      }
      line.setLength(0);
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
