package syndication.publish.sitehttp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;

/// Answers of the site: always checked again with us before they are shown from a cache, so that a
/// withdrawal takes effect at once, and not sent again when they are the same.
final class Answer {

  static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);
  static final MediaType RSS = MediaType.parseMediaType("application/rss+xml;charset=UTF-8");
  static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");
  static final MediaType JSON_FEED = MediaType.parseMediaType("application/feed+json");

  /// HTTP dates count seconds: within the last ones a page may change twice under one date.
  private static final Duration DATE_BLUR = Duration.ofSeconds(2);

  private static final CacheControl REVALIDATE =
      CacheControl.maxAge(Duration.ZERO).mustRevalidate().cachePublic();

  private Answer() {}

  /// The text with 200, or 304 without it when the asker has it.
  ///
  /// @param changed when the site changed last, UTC
  static ResponseEntity<byte[]> of(
      ServletWebRequest request,
      MediaType type,
      String text,
      Instant changed,
      InstantSource clock) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String etag = etag(body);
    boolean dated =
        changed.isAfter(Instant.EPOCH) && changed.isBefore(clock.instant().minus(DATE_BLUR));
    boolean same =
        dated
            ? request.checkNotModified(etag, changed.toEpochMilli())
            : request.checkNotModified(etag);
    if (same) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).cacheControl(REVALIDATE).build();
    }
    return ResponseEntity.ok().contentType(type).cacheControl(REVALIDATE).body(body);
  }

  /// A page that says why there is no other.
  static ResponseEntity<byte[]> message(HttpStatus status, String html) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noCache())
        .body(html.getBytes(StandardCharsets.UTF_8));
  }

  static ResponseEntity<byte[]> moved(String path, @Nullable String query) {
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
        .header(HttpHeaders.LOCATION, query == null ? path : path + "?" + query)
        .cacheControl(REVALIDATE)
        .build();
  }

  // Weak, because compression on the way changes the bytes and not what they say.
  private static String etag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "W/\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
