package syndication.ingest.feed.markup;

import java.net.URI;
import java.util.List;

/// Harmless HTML.
///
/// @param html only elements and attributes that are on the lists, addresses absolute where the
///   base is known
/// @param embeds addresses of frames and players that were taken out, in reading order
/// @param dropped names of the elements that were taken out, each once
public record Cleaned(String html, List<URI> embeds, List<String> dropped) {
  public Cleaned {
    embeds = List.copyOf(embeds);
    dropped = List.copyOf(dropped);
  }
}
