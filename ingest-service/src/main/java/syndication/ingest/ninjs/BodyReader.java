package syndication.ingest.ninjs;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.Body;

/// Turns the markup or plain text of a document's body into blocks.
public interface BodyReader {

  /// @param base that relative addresses are against, or `null`
  Body html(String html, @Nullable URI base);

  Body text(String text);
}
