package syndication.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// The feeds of these tests, written for them in the shape of real ones.
final class Fixtures {

  static final Instant RECEIVED = Instant.parse("2026-02-01T00:00:00Z");
  static final URI ADDRESS = URI.create("https://gazette.example/feed.xml");

  static final List<String> ALL =
      List.of(
          "rss20.xml",
          "atom10.xml",
          "rdf.xml",
          "atom03.xml",
          "cdf.xml",
          "jsonfeed.json",
          "broken.xml",
          "windows-1251.xml",
          "utf-16.xml",
          "shift-jis-undeclared.xml",
          "page.html",
          "bomb.xml");

  private Fixtures() {}

  static byte[] bytes(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/feeds/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Feed feed(String name) {
    return new FeedReader().read(bytes(name), null, ADDRESS, RECEIVED);
  }

  static Feed read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new FeedReader().read(bytes, "application/rss+xml", ADDRESS, RECEIVED);
  }

  /// An RSS feed with this in its channel.
  static Feed channel(String content) {
    return read("<rss version=\"2.0\"><channel>" + content + "</channel></rss>");
  }

  /// The only entry of an RSS feed whose item has this content.
  static Entry item(String content) {
    return channel("<item>" + content + "</item>").entries().getFirst();
  }
}
