package syndication.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import syndication.ingest.feed.encoding.Decoded;
import syndication.ingest.feed.encoding.FeedDecoder;

/// Reads feeds of every format, also broken ones.
///
/// Any bytes give a feed: what can be read is in its entries, what cannot is listed with the place
/// and the reason. Nothing outside the bytes is ever looked at, and size, depth, counts and growth
/// are bounded. Safe for use by many threads.
public final class FeedReader {

  /// @param contentType HTTP's `Content-Type`, or `null`
  /// @param address where the feed was got from, for relative addresses, or `null`
  /// @param receivedAt dates after it are held at it
  public Feed read(
      byte[] bytes, @Nullable String contentType, @Nullable URI address, Instant receivedAt) {
    boolean tooLong = bytes.length > Bounds.FEED_BYTES_MAX;
    byte[] content = tooLong ? Arrays.copyOf(bytes, Bounds.FEED_BYTES_MAX) : bytes;
    Decoded decoded = FeedDecoder.decode(content, contentType);
    Feed feed =
        isJson(decoded.text())
            ? JsonFeed.read(decoded, address, receivedAt)
            : XmlFeed.read(decoded, address, receivedAt);
    return tooLong ? withProblem(feed) : feed;
  }

  private static boolean isJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        return true;
      }
      if (!Character.isWhitespace(c) && c != '\uFEFF') {
        return false;
      }
    }
    return false;
  }

  private static Feed withProblem(Feed feed) {
    var problems = new ArrayList<String>();
    problems.add(
        "feed.too-large: longer than " + Bounds.FEED_BYTES_MAX + " bytes; the rest is cut");
    problems.addAll(feed.problems());
    return new Feed(
        feed.format(),
        feed.info(),
        feed.entries(),
        feed.unreadable(),
        problems,
        feed.encoding(),
        feed.declaredEncoding(),
        false);
  }
}
